import type { FailureSubcategory, QueryState, RecordStatus, Severity, Sex, VitalStatus } from '@registry-hub/shared/domain';
import {
  FailureSubcategoryEnum,
  QuerySeverityEnum,
  QueryStateEnum,
  RecordStatusEnum,
  SexEnum,
  VitalStatusEnum,
} from '@registry-hub/shared/graphql';
import { Field, ID, InputType } from 'type-graphql';

@InputType('PatientFilter')
export class PatientFilterInput {
  @Field(() => ID, { nullable: true })
  center?: string | null;

  @Field(() => [SexEnum], { nullable: true })
  sex?: Sex[] | null;

  @Field(() => [RecordStatusEnum], { nullable: true })
  recordStatus?: RecordStatus[] | null;

  @Field(() => [FailureSubcategoryEnum], { nullable: true, description: 'As the centre reported it.' })
  failureSubcategory?: FailureSubcategory[] | null;

  @Field(() => [VitalStatusEnum], { nullable: true })
  vitalStatus?: VitalStatus[] | null;

  @Field(() => Boolean, { nullable: true })
  hasOpenQueries?: boolean | null;
}

@InputType('DataQueryFilter')
export class DataQueryFilterInput {
  @Field(() => [QueryStateEnum], { nullable: true })
  state?: QueryState[] | null;

  @Field(() => [ID], { nullable: true })
  rule?: string[] | null;

  @Field(() => ID, { nullable: true })
  center?: string | null;

  @Field(() => ID, { nullable: true })
  patientCode?: string | null;

  @Field(() => [QuerySeverityEnum], { nullable: true })
  severity?: Severity[] | null;
}
