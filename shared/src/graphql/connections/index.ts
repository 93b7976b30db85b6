export * from './connection-types';
export * from './cursor';
