export * from './child-end';
export * from './exit-guard';
export * from './log-file';
export * from './ports';
export * from './process-identity';
export * from './running-process';
