export { holdsDayOf } from './full-date';
export { isIdentifyingColumn } from './identifying-column';
export { type IdentifyingSearch, identifyingContent } from './identifying-value';
