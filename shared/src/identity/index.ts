export * from './accepted-issuer';
export * from './caller';
export * from './token-verifier';
