export * from './graphql-request';
export * from './import-bundle';
export * from './rederive-batch';
export * from './verify-audit';
