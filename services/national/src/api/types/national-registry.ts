import { ObjectType } from 'type-graphql';

@ObjectType('NationalRegistry', { description: "One country's registry: its cases, centres, questions and figures." })
export class NationalRegistryType {}
