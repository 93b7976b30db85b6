export * from './admission';
export * from './body-reader';
export * from './caller-rates';
export { RegisteredOperations } from './registered-operations';
export * from './security-headers';
