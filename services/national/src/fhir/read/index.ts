export type { FhirPlace, FhirProblem } from './fhir-problem';
export { FhirReader, type FhirReading, type PlacedRecord, type PlacedRecords, readResources } from './fhir-reader';
export { type FhirRule, fhirRules } from './fhir-rules';
export { bundleEntries, ndjsonEntries, ndjsonEntry } from './resource-entries';
export type { ResourceEntry } from './resource-entry';
