export * from './catch-up-extensions';
export { type RederiveProgress, Rederiver } from './rederiver';
