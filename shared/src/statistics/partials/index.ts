export * from './answer-question';
export * from './counts';
export * from './counts-encoding';
export * from './frequency-partial';
export * from './group-reader';
export * from './summary-partial';
