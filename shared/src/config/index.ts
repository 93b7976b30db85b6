export * from './read-settings';
export * from './setting-types';
