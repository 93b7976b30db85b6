export * from './disclosure-log-types';
export * from './read-disclosure-log';
