export * from './gray-test';
export * from './group-times';
export * from './incidence-curve';
export * from './log-rank';
export * from './median-survival';
export * from './month-day';
export * from './restricted-mean';
export * from './survival-curve';
