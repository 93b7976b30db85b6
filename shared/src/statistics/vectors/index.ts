export * from './figure-shape';
export * from './ladder';
export * from './occupied-plan';
export * from './plan';
export * from './read-vector';
export * from './refine-plan';

export * from './to-vector';
export * from './vector-layout';
