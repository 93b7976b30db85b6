export * from './arbitrary-registry';
export * from './resources-at-hand';
