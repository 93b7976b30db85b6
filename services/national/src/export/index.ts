export { type ExportedFile, RegistryExporter } from './registry-exporter';
