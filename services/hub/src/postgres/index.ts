export * from './connect';
export * from './country-database';
export * from './embedded-server';
export * from './throw-away-server';
