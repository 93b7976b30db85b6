export * from './covariates';
export * from './cox-sums';
export * from './design-matrix';
export * from './likelihood-sums';
export * from './logistic-sums';
export * from './measure-scales';
