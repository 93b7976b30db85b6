export * from './answered-cohort-entity';
export * from './asker';
export * from './cohort-memories';
export * from './cohort-memory-migrations';
export * from './disclosure-log';
export * from './disclosure-log-entity';
