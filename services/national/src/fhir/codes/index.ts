export { diseaseOfIcd10, diseaseTerms } from './disease-terms';
export { drugOfAtc, drugTerms, formerDrugTerms } from './drug-terms';
export { displayOf, type LocalSystem, localSystems, localTerm } from './local-system';
export { identifierSystems, namespaces, ownCodeSystem, ownExtension } from './namespaces';
export { geneTerms, observationTerms } from './observation-terms';
export type { Term } from './term';
export { inUnit } from './units';
