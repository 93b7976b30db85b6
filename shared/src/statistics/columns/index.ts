export * from './case-columns';
export * from './case-columns-builder';
export * from './case-table';
export * from './pick-rows';
export * from './row-set';
export * from './select-rows';
export * from './variable-codes';
