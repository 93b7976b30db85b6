export { downloadExport, type ExportDoor } from './download-export';
export { NoSuchDoor } from './exchange-request';
export type { UploadOptions, UploadProgress, UploadReport } from './upload';
export { uploadBundle } from './upload-bundle';
export { type FhirMediaType, type FhirProblem, uploadFhir } from './upload-fhir';
export { zipFolder } from './zip-folder';
