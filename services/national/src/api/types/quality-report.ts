import { type FieldGroup, fieldGroups } from '@registry-hub/shared/clinical';
import { CalendarDateScalar, graphqlEnum } from '@registry-hub/shared/graphql';
import { Field, Float, Int, ObjectType } from 'type-graphql';

const FieldGroupEnum = graphqlEnum('FieldGroup', fieldGroups, 'What completeness is told by.');

@ObjectType('GroupCompleteness', { simpleResolvers: true })
export class GroupCompletenessType {
  @Field(() => FieldGroupEnum)
  group!: FieldGroup;

  @Field(() => Int, { description: 'How many fields of the group complete cases would have.' })
  expected!: number;

  @Field(() => Int)
  filled!: number;

  @Field(() => Float, { nullable: true, description: '0-1; null while none is expected.' })
  share?: number;
}

@ObjectType('ExpectedField', { simpleResolvers: true, description: 'A row of the table that completeness is counted by.' })
export class ExpectedFieldType {
  @Field(() => FieldGroupEnum)
  group!: FieldGroup;

  @Field(() => String, { description: 'A field of the bundle, diagnosis.karyotype, or what several fields show, in words.' })
  name!: string;

  @Field(() => String, { description: 'When it is expected: of every case.' })
  when!: string;
}

@ObjectType('MonthlyNotifications', { simpleResolvers: true })
export class MonthlyNotificationsType {
  @Field(() => String, { description: 'YYYY-MM.' })
  month!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType('VerificationShare', { simpleResolvers: true, description: 'How many assessments and mutations a validator has verified.' })
export class VerificationShareType {
  @Field(() => Int)
  records!: number;

  @Field(() => Int)
  verified!: number;

  @Field(() => Float, { nullable: true, description: '0-1; null while there is no record.' })
  share?: number;
}

@ObjectType('MonitoringSummary', { simpleResolvers: true, description: 'All monitoring visits together.' })
export class MonitoringSummaryType {
  @Field(() => Int)
  visits!: number;

  @Field(() => CalendarDateScalar, { nullable: true })
  lastVisitedOn?: string;

  @Field(() => Int)
  recordsChecked!: number;

  @Field(() => Int)
  recordsVerified!: number;

  @Field(() => Float, { nullable: true, description: 'Share of the checked source data that agreed, 0-1; null while none was checked.' })
  shareVerified?: number;
}

@ObjectType('CenterQuality', { simpleResolvers: true })
export class CenterQualityType {
  /** Not a field itself: what the centre is found by. */
  centerCode!: string;

  @Field(() => Int)
  patients!: number;

  @Field(() => Int)
  openQueries!: number;

  @Field(() => Int, { description: 'Answered by the centre, and not closed yet.' })
  answeredQueries!: number;

  @Field(() => Float, { description: 'Share of expected fields that are filled, 0-1; 1 while none is expected.' })
  completeness!: number;

  @Field(() => [GroupCompletenessType])
  completenessByGroup!: readonly GroupCompletenessType[];

  @Field(() => CalendarDateScalar, { nullable: true })
  lastNotifiedOn?: string;
}

@ObjectType('QualityReport', { simpleResolvers: true })
export class QualityReportType {
  @Field(() => Int)
  patients!: number;

  @Field(() => Int)
  openQueries!: number;

  @Field(() => Int, { description: 'Answered by the centres, and not closed yet.' })
  answeredQueries!: number;

  @Field(() => Float, { description: 'Share of expected fields that are filled, 0-1; 1 while none is expected.' })
  completeness!: number;

  @Field(() => [GroupCompletenessType])
  completenessByGroup!: readonly GroupCompletenessType[];

  @Field(() => [ExpectedFieldType], { description: 'Which fields are expected of which cases.' })
  expectedFields!: readonly ExpectedFieldType[];

  @Field(() => CalendarDateScalar, { nullable: true })
  lastNotifiedOn?: string;

  @Field(() => [CenterQualityType])
  byCenter!: readonly CenterQualityType[];
}
