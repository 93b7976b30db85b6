export * from './check-secrets';
export * from './ensure-secret';
export * from './key-life';
export * from './key-pair';
export * from './rotate-key-pair';
