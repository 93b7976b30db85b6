export * from './browser';
export * from './open-provider';
