export * from './chronic-myeloid-leukemia';
export * from './completed-age';
export * from './derive-case';
export * from './documented-phase';
export * from './eligibility';
export * from './failure-category';
export * from './imatinib-dose';
export * from './imatinib-line';
