export * from './development-identity';
export * from './disclosure-environment';
export * from './read-settings';
export * from './setting-types';
