export * from './cost-plugin';
export * from './document-guard';
export * from './limits-markdown';
export * from './operation-cost';
export * from './operation-limits';
