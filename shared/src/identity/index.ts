export * from './accepted-issuer';
export * from './caller';
export * from './hub-signature';
export * from './remember-tokens';
export * from './token-verifier';
