export * from './development-issuer';
export * from './key-pair';
export * from './token-request';
