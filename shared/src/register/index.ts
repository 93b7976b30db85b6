export * from './country-register';
