export { mappingPage } from './mapping-table';
export * from './read';
export * from './write';
