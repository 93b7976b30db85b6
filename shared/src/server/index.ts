export * from './apollo-logger';
export * from './graphql-endpoint';
export * from './graphql-route';
export * from './http-endpoint';
export * from './logger';
export * from './present-error';
export * from './process-life';
export * from './send-error';
