export { BundleEntryReader } from './bundle-entry-reader';
export type { FhirPart } from './fhir-part';
export type { FhirPlace, FhirProblem } from './fhir-problem';
export { FhirReader } from './fhir-reader';
export type { FhirRow } from './fhir-row';
export { type FhirRule, fhirRules } from './fhir-rules';
export { bundleEntries, ndjsonEntry } from './resource-entries';
export type { ResourceEntry } from './resource-entry';
