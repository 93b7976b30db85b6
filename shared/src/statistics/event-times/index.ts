export * from './endpoints';
export * from './event-times';
export * from './time-order';
