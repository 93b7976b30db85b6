export { askOperation, type OperationArguments } from './ask-operation';
export { remissionCase, STOPPED_ON } from './remission-case';
export { buildTestSchema, callerAs, openTestRegistry, TEST_NOW, type TestRegistry } from './test-registry';
export { writeBundle } from './write-bundle';
