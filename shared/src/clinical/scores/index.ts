export * from './compute-risk-score';
export * from './elts';
export * from './eutos';
export * from './hasford';
export * from './risk-score';
export * from './risk-scores';
export * from './sokal';
