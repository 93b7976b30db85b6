export * from './development-issuer';
export * from './name-issuer';
export * from './token-request';
