export * from './graphql-request';
export * from './import-bundle';
