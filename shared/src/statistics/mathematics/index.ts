export * from './chi-square';
export * from './symmetric-matrix';
