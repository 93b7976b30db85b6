export * from './arbitrary-registry';
