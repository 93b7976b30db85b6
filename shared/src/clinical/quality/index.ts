export { addCounts, type Completeness, completenessOf, type FieldCount } from './completeness';
export { type ExpectedField, type FieldGroup, fieldGroups } from './expected-field';
export { expectedFields } from './expected-fields';
