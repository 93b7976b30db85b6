export * from './development-issuer';
export * from './token-request';
