export * from './adverse-event-terms';
export * from './catalogue-entry';
export * from './drug-catalogue';
export * from './imatinib-insensitivity';
export * from './kinase-domain-catalogue';
export * from './mutation-catalogue';
export * from './receptor-kinase-catalogue';
export * from './variant';
