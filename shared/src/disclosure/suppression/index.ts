export * from './count-claims';
export * from './cross-divisions';
export * from './patient-set-names';
export * from './release-ledger';
export * from './solver';
