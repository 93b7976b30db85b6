export { BundleImporter } from './bundle-importer';
export type { BundleFileSource, BundleSource } from './bundle-source';
export type { ImportOptions } from './import-options';
export type { ImportProgress, ImportReport } from './import-report';
export { stageResources } from './stage-resources';
