import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { ReleasedSurvivalCurve } from '../../disclosure';
import { Count } from './cohort-types';

@ObjectType({ description: 'A test whose statistic is, without an effect, distributed as chi-square.' })
export class TestResult {
  @Field(() => Float)
  statistic!: number;

  @Field(() => Int)
  degreesOfFreedom!: number;

  @Field(() => Float)
  pValue!: number;
}

@ObjectType({
  description:
    "atRisk: still under observation at the start of day month x 30.4375. Greenwood's standard error; 95 % limits on the log scale, as R's survfit gives by default. Released while at least k patients are at risk.",
})
export class SurvivalPoint {
  @Field(() => Int)
  month!: number;

  @Field(() => Int, { nullable: true })
  atRisk!: number | null;

  @Field(() => Float, { nullable: true })
  survival!: number | null;

  @Field(() => Float, { nullable: true, description: 'Null once survival is 0, as the limits are.' })
  standardError!: number | null;

  @Field(() => Float, { nullable: true })
  lower!: number | null;

  @Field(() => Float, { nullable: true })
  upper!: number | null;

  @Field(() => Boolean)
  suppressed!: boolean;
}

@ObjectType({ description: 'The mean time without the event within a horizon: the area under the curve up to it. In months.' })
export class RestrictedMeanSurvival {
  @Field(() => Int)
  horizonMonth!: number;

  @Field(() => Float, { nullable: true })
  months!: number | null;

  @Field(() => Float, { nullable: true })
  standardError!: number | null;

  @Field(() => Float, { nullable: true, description: '95 % limits.' })
  lower!: number | null;

  @Field(() => Float, { nullable: true })
  upper!: number | null;

  @Field(() => Boolean, { description: 'Fewer than k patients are at risk at the horizon.' })
  suppressed!: boolean;
}

const MEDIAN =
  'In months; null where the curve (or its limit) does not reach 50 %, or has fewer than k patients at risk there. First day on which the curve (for the limits: its 95 % log limit) is at or under 50 %; where it is flat at exactly 50 % and then falls, the middle of that stretch.';

@ObjectType()
export class SurvivalCurve {
  /** What the restricted mean, whose horizon is an argument, is worked out from. */
  released!: ReleasedSurvivalCurve;

  @Field(() => String, { nullable: true, description: 'The value of `by`, or null for the whole cohort.' })
  group!: string | null;

  @Field(() => Count, { description: 'Patients in the analysis; with a landmark, those who reached it.' })
  n!: Count;

  @Field(() => Count)
  events!: Count;

  @Field(() => Float, { nullable: true, description: MEDIAN })
  median!: number | null;

  @Field(() => Float, { nullable: true })
  medianLower!: number | null;

  @Field(() => Float, { nullable: true })
  medianUpper!: number | null;

  @Field(() => [SurvivalPoint], { description: 'In the order of their months, each once.' })
  points!: readonly SurvivalPoint[];
}

@ObjectType({
  description:
    'Time is counted in days; month m of a curve is day m x 30.4375. On one day an event comes before a competing event, and both before a censoring.',
})
export class SurvivalAnalysis {
  @Field(() => [SurvivalCurve], { description: 'One a group, those without patients left out, in the order of their vocabulary.' })
  curves!: readonly SurvivalCurve[];

  @Field(() => TestResult, {
    nullable: true,
    description: 'With `by`: equal survival in all groups. Null where fewer than two can be compared, or one of them is not released.',
  })
  logRank!: TestResult | null;

  @Field(() => String, { nullable: true, description: 'What to bear in mind when these figures are read.' })
  note!: string | null;
}
