export * from './development-issuer';
export * from './key-pair';
export * from './name-issuer';
export * from './token-request';
