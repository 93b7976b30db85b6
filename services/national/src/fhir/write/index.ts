export { ndjson } from './ndjson';
export { writeOrganization } from './write-organization';
export { type PatientResources, patientResources, type RegistryResource } from './write-resources';
