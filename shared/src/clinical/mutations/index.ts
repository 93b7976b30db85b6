export * from './adverse-event-terms';
export * from './drug-catalogue';
export * from './imatinib-insensitivity';
export * from './kinase-domain-catalogue';
export * from './variant';
