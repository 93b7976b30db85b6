export * from './graphql-endpoint';
export * from './http-endpoint';
export * from './logger';
export * from './present-error';
export * from './process-life';
