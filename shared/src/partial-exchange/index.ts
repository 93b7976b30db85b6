export * from './partial-exchange';
