export { addCounts, type Completeness, completenessOf, countFields, type FieldCount, type FieldCounts } from './completeness';
export { type ExpectedField, type FieldGroup, fieldGroups } from './expected-field';
export { knownFieldExpectations } from './expected-fields';
