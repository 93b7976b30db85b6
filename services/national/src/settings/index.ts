export * from './disclosure-settings-desk';
