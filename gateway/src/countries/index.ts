export * from './country-answer';
export * from './country-clients';
export * from './country-fault';
export * from './country-request';
export * from './country-status';
export * from './country-timings';
export * from './country-transport';
