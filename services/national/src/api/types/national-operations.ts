import { InterfaceType } from 'type-graphql';

@InterfaceType('NationalOperations', {
  description: "What may be done to one country's registry. Each operation is one transaction: all of it or nothing.",
  autoRegisterImplementations: false,
})
export abstract class NationalOperationsType {}
