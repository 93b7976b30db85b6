export * from './disclosure-memory';
export * from './open-disclosure-memory';
