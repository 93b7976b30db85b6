export * from './connect';
export * from './embedded-server';
export * from './ensure-database';
export * from './throw-away-server';
