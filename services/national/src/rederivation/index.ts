export { type RederiveProgress, Rederiver } from './rederiver';
