import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { TestResult as TestFigure } from '../../statistics';
import { Count } from './cohort-types';

@ObjectType({ description: 'Released while at least k patients are at risk.' })
export class IncidencePoint {
  @Field(() => Int)
  month!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Under observation, without any of the events, at the start of day month x 30.4375.',
  })
  atRisk!: number | null;

  @Field(() => Float, { nullable: true, description: '0-1.' })
  incidence!: number | null;

  @Field(() => Float, { nullable: true, description: '0-1, of all competing events together.' })
  competingIncidence!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Of the incidence, as R's survfit gives it with competing events; null while it is 0.",
  })
  standardError!: number | null;

  @Field(() => Float, { nullable: true, description: '95 % limits of the incidence on the log scale.' })
  lower!: number | null;

  @Field(() => Float, { nullable: true })
  upper!: number | null;

  @Field(() => Boolean)
  suppressed!: boolean;
}

@ObjectType()
export class IncidenceCurve {
  @Field(() => String, { nullable: true, description: 'The value of `by`, or null for the whole cohort.' })
  group!: string | null;

  @Field(() => Count, { description: 'Patients in the analysis; with a landmark, those who reached it.' })
  n!: Count;

  @Field(() => Count, { description: 'Of the event itself.' })
  events!: Count;

  @Field(() => [IncidencePoint], { description: 'In the order of their months, each once.' })
  points!: readonly IncidencePoint[];
}

@ObjectType()
export class IncidenceAnalysis {
  /** Gray's test takes longer than the curves: it is worked out when it is asked for. */
  test!: () => TestFigure | undefined;

  @Field(() => [IncidenceCurve], { description: 'One a group, those without patients left out, in the order of their vocabulary.' })
  curves!: readonly IncidenceCurve[];

  @Field(() => String, { nullable: true, description: 'What to bear in mind when these figures are read.' })
  note!: string | null;
}
