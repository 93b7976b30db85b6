import type { DeathCause, RecordStatus, Sex, VitalStatus } from '@registry-hub/shared/domain';
import { CalendarDateScalar, DeathCauseEnum, RecordStatusEnum, SexEnum, VitalStatusEnum } from '@registry-hub/shared/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('Consent', { simpleResolvers: true })
export class ConsentType {
  @Field(() => CalendarDateScalar, { nullable: true })
  givenOn?: string;

  @Field(() => CalendarDateScalar, { nullable: true })
  withdrawnOn?: string;

  @Field(() => Boolean)
  active!: boolean;
}

@ObjectType('Patient', { simpleResolvers: true })
export class PatientType {
  @Field(() => ID)
  code!: string;

  /** Not a field itself: what the centre is found by. */
  centerCode!: string;

  @Field(() => SexEnum)
  sex!: Sex;

  @Field(() => String, { description: 'YYYY-MM.' })
  birthMonth!: string;

  @Field(() => VitalStatusEnum)
  vitalStatus!: VitalStatus;

  @Field(() => CalendarDateScalar, { nullable: true })
  lastContactOn?: string;

  @Field(() => CalendarDateScalar, { nullable: true })
  diedOn?: string;

  @Field(() => DeathCauseEnum, { nullable: true })
  deathCause?: DeathCause;

  @Field(() => ConsentType)
  consent!: ConsentType;

  @Field(() => RecordStatusEnum)
  recordStatus!: RecordStatus;

  @Field(() => Int, { description: 'Grows with every change of the case.' })
  version!: number;

  @Field(() => Boolean, { description: "The patient's objection to use across borders: out of European figures, in national ones." })
  ehdsOptOut!: boolean;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The day of the latest decision about it.' })
  ehdsOptOutOn?: string;
}
