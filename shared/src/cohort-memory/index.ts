export * from './answered-cohort-entity';
export * from './asker';
export * from './cohort-memories';
export * from './create-cohort-memory';
export * from './disclosure-log';
export * from './disclosure-log-entity';
