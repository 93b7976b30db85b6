export * from './operator-error';
export * from './reason';
