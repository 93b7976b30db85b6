export * from './migrate';
export * from './naming-strategy';
export * from './open-database';
export * from './page';
export * from './transaction';
