import type { BestResponse, StopReason } from '@registry-hub/shared/domain';
import { BestResponseEnum, CalendarDateScalar, StopReasonEnum } from '@registry-hub/shared/graphql';
import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType('TreatmentLine', { simpleResolvers: true })
export class TreatmentLineType {
  /** Not a field itself: what the doses are found by. */
  patientCode!: string;

  @Field(() => Int)
  line!: number;

  @Field(() => String)
  drug!: string;

  @Field(() => CalendarDateScalar)
  startedOn!: string;

  @Field(() => CalendarDateScalar, { nullable: true })
  stoppedOn?: string;

  @Field(() => StopReasonEnum, { nullable: true })
  stopReason?: StopReason;

  @Field(() => String, { nullable: true, description: "The study's name; null: in none." })
  prospectiveStudy?: string;

  @Field(() => BestResponseEnum, { nullable: true })
  bestResponse?: BestResponse;
}

@ObjectType('Dose', { simpleResolvers: true })
export class DoseType {
  @Field(() => CalendarDateScalar)
  fromOn!: string;

  @Field(() => Float)
  mgPerDay!: number;
}
