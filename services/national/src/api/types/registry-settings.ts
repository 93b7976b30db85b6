import { Field, ObjectType } from 'type-graphql';
import { DisclosureSettingsType } from './disclosure-settings';
import { ExpectedFieldType } from './quality-report';

@ObjectType('KnownField', { simpleResolvers: true, description: 'A field that the registry may expect of its cases.' })
export class KnownFieldType extends ExpectedFieldType {
  @Field(() => Boolean, { description: 'Whether it is expected: counted in completeness.' })
  expected!: boolean;
}

@ObjectType('RegistrySettings', { description: "What this country's coordinator has set. Each change is in the audit trail." })
export class RegistrySettingsType {
  @Field(() => DisclosureSettingsType)
  disclosure!: DisclosureSettingsType;

  @Field(() => [KnownFieldType], { description: 'All fields that may be expected, in the order of their groups.' })
  expectedFields!: readonly KnownFieldType[];
}
