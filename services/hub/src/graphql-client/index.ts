export * from './graphql-request';
export * from './import-bundle';
export * from './present-certificate';
export * from './import-report';
export * from './rederive-batch';
export * from './verify-audit';
