export { headerLine, recordLine } from './csv-cells';
export type { ExportedFile } from './exported-file';
export { exportedTypes } from './fhir-files';
export { RegistryExporter } from './registry-exporter';
