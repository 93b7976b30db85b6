export { frenchObservatory } from './french-observatory';
