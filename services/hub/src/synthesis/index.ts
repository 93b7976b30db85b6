export { apportion } from './apportion';
export { publishedMarginals } from './cml';
export type { CaseRecords, Cohort, CountryCohort } from './cohort';
export { type BundleFile, type CountryBundle, inMemoryBundles } from './in-memory-bundles';
export { publishedCohort } from './published-cohort';
export { RandomSource, type Weighted } from './random-source';
export { imatinibStudyCohort } from './study-cohort';
export { type SyntheticCohortOptions, syntheticCohort } from './synthetic-cohort';
export { type WrittenBundle, writeBundles } from './write-bundles';
