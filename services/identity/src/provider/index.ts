export * from './clients';
export * from './create-provider';
