import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Count, FrequencyRow } from './cohort-types';

@ObjectType({ description: 'Patients whose value is at least `from` and below `to`.' })
export class HistogramBin {
  @Field(() => Float, { nullable: true, description: 'Null: everything below, where the smallest values are too few to be told apart.' })
  from!: number | null;

  @Field(() => Float, { nullable: true, description: 'Null: everything from there on.' })
  to!: number | null;

  @Field(() => Int, { nullable: true })
  count!: number | null;

  @Field(() => Boolean)
  suppressed!: boolean;
}

@ObjectType()
export class Histogram {
  @Field(() => [HistogramBin])
  bins!: readonly HistogramBin[];

  @Field(() => Count, { description: 'Patients whose value is not known.' })
  missing!: Count;
}

@ObjectType({ description: 'Classes of response to the first imatinib line at one milestone, by one edition of the recommendations.' })
export class MilestoneTable {
  @Field(() => Int, { description: 'Calendar months since the start of imatinib.' })
  month!: number;

  @Field(() => Count, { description: 'Patients who reached the milestone and could be classified at it.' })
  evaluable!: Count;

  @Field(() => [FrequencyRow], { description: 'Percentages are of the evaluable patients.' })
  rows!: readonly FrequencyRow[];
}
