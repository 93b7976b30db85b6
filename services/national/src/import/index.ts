export { BundleImporter, type ImportOptions, type ImportReport } from './bundle-importer';
