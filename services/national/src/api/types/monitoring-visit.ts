import { CalendarDateScalar, DateTimeScalar } from '@registry-hub/shared/graphql';
import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType('MonitoringVisit', {
  simpleResolvers: true,
  description: 'A visit to a centre, at which its records were held against the source documents.',
})
export class MonitoringVisitType {
  @Field(() => CalendarDateScalar)
  visitedOn!: string;

  @Field(() => Int)
  patientsChecked!: number;

  @Field(() => Int)
  recordsChecked!: number;

  @Field(() => Int, { description: 'Those of the checked ones that agree with their source.' })
  recordsVerified!: number;

  @Field(() => Float, { nullable: true, description: 'Share of the checked source data that agreed, 0-1; null when none was checked.' })
  shareVerified?: number;

  @Field(() => String, { nullable: true })
  remarks?: string;

  @Field(() => String, { description: 'The subject of the person who recorded it.' })
  recordedBy!: string;

  @Field(() => DateTimeScalar)
  recordedAt!: Date;
}
