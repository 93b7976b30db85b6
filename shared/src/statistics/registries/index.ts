export * from './registries';
export * from './registries-markdown';
export * from './registry-declaration';
export * from './report-section';
