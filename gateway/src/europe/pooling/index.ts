export * from './european-pool';
