export * from './client-tls';
export * from './server-tls';
