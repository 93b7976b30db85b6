import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { MissingReason } from '../../statistics';
import { CountryCodeScalar } from '../scalars';
import { MissingReasonEnum } from './statistics-enums';

@ObjectType({ description: 'A set of patients, known only by statistics over them. Patients who withdrew consent are in none.' })
export class Cohort {}

@ObjectType({
  description: 'A released number, or the word that it was not released. value is null when, and only when, suppressed is true.',
})
export class Count {
  @Field(() => Int, { nullable: true })
  value!: number | null;

  @Field(() => Boolean)
  suppressed!: boolean;
}

@ObjectType()
export class MissingCountry {
  @Field(() => CountryCodeScalar)
  code!: string;

  @Field(() => MissingReasonEnum)
  reason!: MissingReason;

  @Field(() => String)
  message!: string;
}

@ObjectType({ description: 'Which countries the figures speak for.' })
export class Coverage {
  @Field(() => Boolean, { description: 'Whether no country is missing.' })
  complete!: boolean;

  @Field(() => [CountryCodeScalar])
  answered!: readonly string[];

  @Field(() => [MissingCountry])
  missing!: readonly MissingCountry[];
}

@ObjectType('DisclosurePolicy', { description: 'What is released to this caller, and what is not.' })
export class DisclosurePolicyType {
  @Field(() => Int, { description: 'k: the least number of patients that a released figure may speak of.' })
  threshold!: number;

  @Field(() => Int)
  minimumCountries!: number;

  @Field(() => Boolean, { description: 'Whether minimum and maximum of a measure are released.' })
  extremesReleased!: boolean;

  @Field(() => String)
  note!: string;
}

@ObjectType()
export class FrequencyCell {
  @Field(() => String)
  value!: string;

  @Field(() => Int, { nullable: true })
  count!: number | null;

  @Field(() => Float, { nullable: true, description: "Of the row's patients for whom the second variable is known, 0-100, unrounded." })
  percentOfRow!: number | null;

  @Field(() => Boolean)
  suppressed!: boolean;
}

@ObjectType()
export class FrequencyRow {
  @Field(() => String, { description: "The enum's or the code's own name: M, TOXICITY, FR." })
  value!: string;

  @Field(() => Int, { nullable: true })
  count!: number | null;

  @Field(() => Float, { nullable: true, description: "Of the non-missing total, 0-100, unrounded; with Wilson's 95 % interval." })
  percent!: number | null;

  @Field(() => Float, { nullable: true })
  lower!: number | null;

  @Field(() => Float, { nullable: true })
  upper!: number | null;

  @Field(() => Boolean)
  suppressed!: boolean;

  @Field(() => [FrequencyCell], { nullable: true, description: 'With `by`: one entry for each value of the second variable.' })
  cells!: readonly FrequencyCell[] | null;
}

@ObjectType()
export class FrequencyTable {
  @Field(() => [FrequencyRow], { description: 'The values that anybody has, in the order of their vocabulary.' })
  rows!: readonly FrequencyRow[];

  @Field(() => Count)
  total!: Count;

  @Field(() => Count, {
    description: 'Patients for whom the variable is not known: in no row, and not in the denominator of any percentage.',
  })
  missing!: Count;
}

@ObjectType({ description: 'Quantiles are exact, by linear interpolation of order statistics (R type 7).' })
export class MeasureSummary {
  @Field(() => String, { nullable: true, description: 'The value of `by`, or null for the whole cohort.' })
  group!: string | null;

  @Field(() => Count)
  n!: Count;

  @Field(() => Count)
  missing!: Count;

  @Field(() => Float, { nullable: true })
  mean!: number | null;

  @Field(() => Float, { nullable: true })
  standardDeviation!: number | null;

  @Field(() => Float, { nullable: true })
  median!: number | null;

  @Field(() => Float, { nullable: true })
  lowerQuartile!: number | null;

  @Field(() => Float, { nullable: true })
  upperQuartile!: number | null;

  @Field(() => Float, { nullable: true, description: 'Null unless the policy releases extremes.' })
  minimum!: number | null;

  @Field(() => Float, { nullable: true, description: 'Null unless the policy releases extremes.' })
  maximum!: number | null;

  @Field(() => Boolean)
  suppressed!: boolean;
}
