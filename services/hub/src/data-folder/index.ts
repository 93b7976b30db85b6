export * from './data-folder';
export * from './files';
export * from './prepare-data-folder';
