export * from './cost-plugin';
export * from './document-guard';
export * from './operation-cost';
export * from './operation-limits';
