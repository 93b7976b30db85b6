export { BundleImporter, type ImportOptions, type ImportReport } from './bundle-importer';
export { isWithdrawn, loadExistingRegistry } from './existing-registry';
export { type AcceptedCase, type StoreOutcome, storeCases } from './store-cases';
