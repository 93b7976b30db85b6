import { CalendarDateScalar } from '@registry-hub/shared/graphql';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { InputValues } from '../../../intake';
import { AttemptCriteriaEnum, RestartReasonEnum } from './observatory-enums';

@InputType('ObservatoryAttemptInput', { description: 'The columns of observatory_attempts.csv.' })
export class AttemptInput {
  readonly [field: string]: InputValues[string];

  @Field(() => ID)
  patientCode!: string;

  @Field(() => Int)
  attempt!: number;

  @Field(() => AttemptCriteriaEnum)
  criteria!: string;

  @Field(() => CalendarDateScalar)
  stoppedOn!: string;

  @Field(() => CalendarDateScalar, { nullable: true })
  restartedOn?: string | null;

  @Field(() => RestartReasonEnum, { nullable: true })
  restartReason?: string | null;

  @Field(() => String, { nullable: true, description: 'As in treatments.csv: IMATINIB.' })
  restartDrug?: string | null;
}

@InputType('ObservatoryCampaignInput', { description: 'The columns of observatory_campaigns.csv.' })
export class CampaignInput {
  readonly [field: string]: InputValues[string];

  @Field(() => ID)
  centerCode!: string;

  @Field(() => String)
  campaign!: string;

  @Field(() => CalendarDateScalar)
  startedOn!: string;

  @Field(() => CalendarDateScalar, { nullable: true })
  endedOn?: string | null;

  @Field(() => Int, { nullable: true })
  samplesSent?: number | null;

  @Field(() => Int, { nullable: true })
  samplesValidated?: number | null;

  @Field(() => Int, { nullable: true })
  deviations?: number | null;
}
