import type { QueryState, Severity } from '@registry-hub/shared/domain';
import { DateTimeScalar, QuerySeverityEnum, QueryStateEnum } from '@registry-hub/shared/graphql';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('DataQuery', { simpleResolvers: true, description: 'A question of quality control about one record.' })
export class DataQueryType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  patientCode!: string;

  @Field(() => ID)
  rule!: string;

  @Field(() => QuerySeverityEnum)
  severity!: Severity;

  @Field(() => String, { description: "The kind of record it is about, as the bundle's file in the singular: assessment, adverseEvent." })
  recordKind!: string;

  @Field(() => [String], { description: "The record's natural key." })
  recordKey!: readonly string[];

  @Field(() => String, { nullable: true })
  field?: string;

  @Field(() => String)
  message!: string;

  @Field(() => QueryStateEnum)
  state!: QueryState;

  @Field(() => DateTimeScalar)
  raisedAt!: Date;
}

@ObjectType('QueryMessage', { simpleResolvers: true })
export class QueryMessageType {
  @Field(() => String, { description: "A person's subject, or system." })
  author!: string;

  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => String)
  text!: string;
}
