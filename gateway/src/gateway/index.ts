export * from './country-data-source';
export * from './entity-places';
export * from './europe-data-source';
export * from './hub-gateway';
export type { DataSource } from './incoming-fetch';
