import type { CalendarDate, Drug } from '@registry-hub/shared/domain';
import { CalendarDateScalar, type CohortInquiry } from '@registry-hub/shared/graphql';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { AttemptOutcome } from '../derivation/attempt-course';
import type { StoppingCriteria } from '../derivation/stopping-criteria';
import type { AttemptCriteria, RestartReason } from '../records/attempt';
import { AttemptCriteriaEnum, AttemptOutcomeEnum, RestartReasonEnum, StoppingCriteriaEnum } from './observatory-enums';

@ObjectType('Observatory', {
  description: 'The French CML observatory: attempts at treatment-free remission, early response, validation of biology.',
})
export class ObservatoryType {}

@ObjectType('ObservatoryMolecularResult', { simpleResolvers: true, description: "A result of the registry's assessments." })
export class MolecularResultType {
  @Field(() => CalendarDateScalar)
  assessedOn!: CalendarDate;

  @Field(() => Float, { description: '% IS; 0 when undetectable.' })
  bcrAbl1IsPct!: number;

  @Field(() => Int, { nullable: true })
  abl1Copies?: number;
}

@ObjectType('ObservatoryAttempt', { simpleResolvers: true, description: 'An attempt at treatment-free remission.' })
export class AttemptType {
  @Field(() => ID)
  patientCode!: string;

  @Field(() => Int)
  attempt!: number;

  @Field(() => AttemptCriteriaEnum, { description: 'As the centre documents it.' })
  criteria!: AttemptCriteria;

  @Field(() => StoppingCriteriaEnum, {
    nullable: true,
    description: 'Derived from the records; null without a BCR::ABL1 result before the stop.',
  })
  criteriaMet?: StoppingCriteria;

  @Field(() => CalendarDateScalar)
  stoppedOn!: CalendarDate;

  @Field(() => [MolecularResultType], { description: 'After the stop, until treatment was taken up again.' })
  followUp!: readonly MolecularResultType[];

  @Field(() => CalendarDateScalar, { nullable: true, description: 'First BCR::ABL1 above 0.1 % IS after the stop: derived.' })
  relapsedOn?: CalendarDate;

  @Field(() => CalendarDateScalar, { nullable: true })
  restartedOn?: CalendarDate;

  @Field(() => RestartReasonEnum, { nullable: true })
  restartReason?: RestartReason;

  @Field(() => String, { nullable: true })
  restartDrug?: Drug;

  @Field(() => AttemptOutcomeEnum)
  outcome!: AttemptOutcome;
}

@ObjectType('ObservatoryEarlyResponse', {
  simpleResolvers: true,
  description: 'What BCR::ABL1 shows about three months after the first tyrosine kinase inhibitor was begun: derived.',
})
export class EarlyResponseType {
  @Field(() => Float, { description: '% IS.' })
  bcrAbl1AtMonth3!: number;

  @Field(() => Boolean, { description: 'At most 10 % IS.' })
  earlyMolecularResponse!: boolean;

  @Field(() => Float, { nullable: true, description: 'Days, at most 365; null without a result from before the treatment.' })
  halvingTime?: number;

  @Field(() => Boolean, { nullable: true })
  halvesWithin76Days?: boolean;
}

@ObjectType('ObservatoryCampaign', {
  simpleResolvers: true,
  description: "A round in which the biology team holds a centre's BCR::ABL1 results against its own measurement.",
})
export class CampaignType {
  @Field(() => ID)
  centerCode!: string;

  @Field(() => String)
  campaign!: string;

  @Field(() => CalendarDateScalar)
  startedOn!: CalendarDate;

  @Field(() => CalendarDateScalar, { nullable: true })
  endedOn?: CalendarDate;

  @Field(() => Int, { nullable: true })
  samplesSent?: number;

  @Field(() => Int, { nullable: true })
  samplesValidated?: number;

  @Field(() => Int, { nullable: true, description: 'Samples whose result could not be confirmed.' })
  deviations?: number;
}

@ObjectType('ObservatoryCohort', {
  description: 'The patients of a cohort, by what the observatory derives of them. Released by the same rules as all other figures.',
})
export class ObservatoryCohortType {
  inquiry!: CohortInquiry;
}

@ObjectType('ObservatoryVoidReceipt', { simpleResolvers: true, description: 'What was taken out.' })
export class ObservatoryVoidReceiptType {
  @Field(() => ID, { description: 'Of the patient or centre.' })
  code!: string;
}
