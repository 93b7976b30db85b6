export * from './graphql-request';
export * from './import-bundle';
export * from './import-report';
export * from './present-certificate';
export * from './rederive-batch';
export * from './verify-audit';
