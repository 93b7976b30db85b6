export * from './development-accounts';
