export * from './development-identity';
export * from './read-settings';
export * from './setting-types';
