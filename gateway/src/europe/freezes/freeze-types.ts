import { CountryCodeScalar, DateTimeScalar, MissingCountry } from '@registry-hub/shared/graphql';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: "One country's part of a freeze." })
export class FrozenCountry {
  @Field(() => CountryCodeScalar)
  code!: string;

  @Field(() => DateTimeScalar)
  takenAt!: Date;

  @Field(() => String, { description: "The person's subject." })
  takenBy!: string;

  @Field(() => Int, { description: 'The version of the clinical rules that the cases were derived by, or the oldest where they differ.' })
  derivationVersion!: number;

  @Field(() => Int, { description: 'When it was taken: an administrative figure, as registeredCases.' })
  cases!: number;
}

@ObjectType({ description: 'What the countries have frozen under one label.' })
export class EuropeanFreeze {
  @Field(() => String)
  label!: string;

  @Field(() => [FrozenCountry], { description: 'Those that have it, in code order.' })
  countries!: readonly FrozenCountry[];

  @Field(() => [MissingCountry], { description: 'Those that have none with this label, and those that do not answer now.' })
  missing!: readonly MissingCountry[];
}
