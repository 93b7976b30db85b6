export * from './bundle-format';
export * from './calendar-date';
export * from './country';
export * from './derived-case';
export * from './finding';
export * from './known-fields';
export * from './records';
export * from './vocabulary';
