export * from './accepted-issuer';
export * from './caller';
export * from './caller-claims';
export * from './hub-signature';
export * from './keys-of-file';
export type { KeySearch } from './provider-keys';
export * from './remember-tokens';
export * from './token-verifier';
