export * from './hub-settings';
