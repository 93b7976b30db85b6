export * from './key-fingerprint';
export * from './mask-vector';
export { contextDigest, type MaskingContext, type Participant } from './masking-context';
export * from './masking-key';
export * from './open-masking-key';
export * from './question-id';
export { addMasked, type SumVector } from './sum-vector';
export * from './sum-vector-bytes';
