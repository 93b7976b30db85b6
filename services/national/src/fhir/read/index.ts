export type { FhirPlace, FhirProblem } from './fhir-problem';
export { type FhirRule, fhirRules } from './fhir-rules';
export { type FhirReading, type PlacedRecord, type PlacedRecords, readResources } from './read-resources';
export { bundleEntries, ndjsonEntries } from './resource-entries';
export type { ResourceEntry } from './resource-entry';
