export * from './fit-model';
export * from './fitted-model';
export * from './model-design';
export * from './newton';
export * from './proportionality';
export * from './refusal';
