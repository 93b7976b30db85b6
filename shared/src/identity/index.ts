export * from './accepted-issuer';
export * from './caller';
export * from './hub-signature';
export * from './keys-of-file';
export * from './remember-tokens';
export * from './token-verifier';
