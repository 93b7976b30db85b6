export * from './exposed-file-error';
export * from './follow-file';
export * from './read-private-file';
export * from './write-private-file';
