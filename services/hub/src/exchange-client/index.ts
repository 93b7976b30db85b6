export { downloadExport } from './download-export';
export { NoSuchDoor } from './exchange-request';
export { type UploadOptions, type UploadProgress, uploadBundle } from './upload-bundle';
export { zipFolder } from './zip-folder';
