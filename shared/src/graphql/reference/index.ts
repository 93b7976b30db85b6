export { CatalogueVariantType, presentCatalogueEntry } from './catalogue-variant-type';
export { DiseaseReferenceType, presentDisease } from './disease-reference-type';
export { ReferenceDataResolver } from './reference-data-resolver';
