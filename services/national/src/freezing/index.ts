export * from './freeze-desk';
