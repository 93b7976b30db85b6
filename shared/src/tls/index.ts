export * from './client-tls';
export * from './server-tls';
export * from './tls-settings-error';
