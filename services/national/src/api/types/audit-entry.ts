import { DateTimeScalar, graphqlEnum } from '@registry-hub/shared/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { auditActions } from '../../audit';

export const auditEffects = ['CREATED', 'CHANGED', 'VOIDED'] as const;
export type AuditEffect = (typeof auditEffects)[number];
const AuditEffectEnum = graphqlEnum('AuditEffect', auditEffects, 'What became of a record.');

@ObjectType('AuditChange', { simpleResolvers: true, description: 'How one field of one record changed.' })
export class AuditChangeType {
  @Field(() => String, {
    description: "The kind of record, as the bundle's file in the singular, or what the registry keeps: case, setting.",
  })
  kind!: string;

  @Field(() => [String], { description: "The record's natural key." })
  key!: readonly string[];

  @Field(() => AuditEffectEnum)
  effect!: AuditEffect;

  @Field(() => String, {
    nullable: true,
    description: 'Null when the values of a new record are not said: they are what it holds, or what its next change says it held.',
  })
  field?: string;

  @Field(() => String, { nullable: true, description: 'As the bundle would write it; null when it was not known.' })
  before?: string;

  @Field(() => String, { nullable: true })
  after?: string;
}

@ObjectType('AuditEntry', { simpleResolvers: true, description: 'One act on the registry, chained by hash to the one before.' })
export class AuditEntryType {
  @Field(() => Int, { description: 'From 1, without a gap.' })
  sequence!: number;

  @Field(() => DateTimeScalar)
  recordedAt!: Date;

  @Field(() => String, { description: "The person's subject." })
  actor!: string;

  @Field(() => [String], { description: 'Those that the person had then.' })
  roles!: readonly string[];

  @Field(() => String, { description: `One of ${auditActions.join(', ')}.` })
  action!: string;

  @Field(() => [ID], { description: 'Patients it speaks of, without those that are erased.' })
  patientCodes!: readonly string[];

  @Field(() => Int, { description: 'How many of its patients are erased, and its values with them.' })
  erasedPatients!: number;

  @Field(() => [AuditChangeType])
  changes!: readonly AuditChangeType[];

  @Field(() => String, { nullable: true, description: "In the person's words." })
  reason?: string;

  @Field(() => String, { description: 'SHA-256, in hexadecimal; as hash.' })
  previousHash!: string;

  @Field(() => String)
  hash!: string;
}
