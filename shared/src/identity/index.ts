export * from './accepted-issuer';
export * from './caller';
export * from './hub-signature';
export * from './token-verifier';
