export { downloadExport } from './download-export';
export { type UploadOptions, type UploadProgress, uploadBundle } from './upload-bundle';
export { zipFolder } from './zip-folder';
