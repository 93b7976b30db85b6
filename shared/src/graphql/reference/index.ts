export { CatalogueVariantType, presentCatalogueEntry } from './catalogue-variant-type';
export { ReferenceDataResolver } from './reference-data-resolver';
