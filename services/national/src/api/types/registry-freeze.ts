import { DateTimeScalar } from '@registry-hub/shared/graphql';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('RegistryFreeze', {
  simpleResolvers: true,
  description: 'The registry as it stood at one moment, to be asked for figures later.',
})
export class RegistryFreezeType {
  @Field(() => String)
  label!: string;

  @Field(() => DateTimeScalar)
  takenAt!: Date;

  @Field(() => String, { description: "The person's subject." })
  takenBy!: string;

  @Field(() => Int, { description: 'Of the registry when it was taken.' })
  revision!: number;

  @Field(() => Int, { description: 'The version of the clinical rules that the cases were derived by, or the oldest where they differ.' })
  derivationVersion!: number;

  @Field(() => Int, { description: 'When it was taken: an administrative figure, as registeredCases.' })
  cases!: number;
}
