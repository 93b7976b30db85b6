export type { FhirPlace, FhirProblem } from './fhir-problem';
export { FhirReader, type FhirReading, type PlacedRecord, type PlacedRecords } from './fhir-reader';
export { type FhirRule, fhirRules } from './fhir-rules';
export { bundleEntries, ndjsonEntry } from './resource-entries';
export type { ResourceEntry } from './resource-entry';
