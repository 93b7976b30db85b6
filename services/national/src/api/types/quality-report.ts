import { CalendarDateScalar } from '@registry-hub/shared/graphql';
import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType('CenterQuality', { simpleResolvers: true })
export class CenterQualityType {
  /** Not a field itself: what the centre is found by. */
  centerCode!: string;

  @Field(() => Int)
  patients!: number;

  @Field(() => Int)
  openQueries!: number;

  @Field(() => Float)
  completeness!: number;

  @Field(() => CalendarDateScalar, { nullable: true })
  lastNotifiedOn?: string;
}

@ObjectType('QualityReport', { simpleResolvers: true })
export class QualityReportType {
  @Field(() => Int)
  patients!: number;

  @Field(() => Int)
  openQueries!: number;

  @Field(() => Float, { description: 'Share of expected fields that are filled, 0-1; 1 while none is expected.' })
  completeness!: number;

  @Field(() => [CenterQualityType])
  byCenter!: readonly CenterQualityType[];
}
