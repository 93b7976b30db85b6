export * from './clients';
export * from './create-provider';
export * from './listed-keys';
export * from './present-provider';
export * from './signing-key';
