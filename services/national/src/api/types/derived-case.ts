import type { ElnResponse } from '@registry-hub/shared/clinical';
import type {
  FailureCategory,
  FailureSubcategory,
  ImatinibLine,
  MolecularResponse,
  Phase,
  RemissionCriteria,
  RiskGroup,
  RiskScoreName,
  StopReason,
} from '@registry-hub/shared/domain';
import {
  CalendarDateScalar,
  ElnResponseEnum,
  FailureCategoryEnum,
  FailureSubcategoryEnum,
  ImatinibLineEnum,
  MolecularResponseEnum,
  PhaseEnum,
  RemissionCriteriaEnum,
  RiskGroupEnum,
  RiskScoreNameEnum,
  StopReasonEnum,
} from '@registry-hub/shared/graphql';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { RuleOutcomeType } from './rule-outcome';

@ObjectType('DerivedCase', { simpleResolvers: true, description: 'What follows from the documented facts by the clinical rules.' })
export class DerivedCaseType {
  /** Not a field itself: what the facts are found by. */
  patientCode!: string;

  @Field(() => Int, { description: 'The version of the rules that derived this.' })
  derivationVersion!: number;

  @Field(() => Boolean)
  eligible!: boolean;

  @Field(() => [RuleOutcomeType], { description: 'Why not, as rule ids with a sentence each; empty when eligible.' })
  ineligibleBecause!: readonly RuleOutcomeType[];

  @Field(() => ImatinibLineEnum, { nullable: true })
  imatinibLine?: ImatinibLine;

  @Field(() => FailureSubcategoryEnum, {
    nullable: true,
    description: 'What the documented evidence says, independent of what was reported; null when nothing qualifies.',
  })
  failureSubcategory?: FailureSubcategory;

  @Field(() => FailureCategoryEnum, { nullable: true })
  failureCategory?: FailureCategory;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Start of the first imatinib line.' })
  imatinibStartedOn?: string;

  @Field(() => Int, { nullable: true, description: 'Completed years, from the 15th of the birth month.' })
  ageAtDiagnosis?: number;

  @Field(() => Int, { nullable: true })
  ageAtImatinibStart?: number;

  @Field(() => Int, { nullable: true })
  ageAtFailure?: number;

  @Field(() => Boolean, { nullable: true })
  everInProspectiveStudy?: boolean;

  @Field(() => Float, { nullable: true, description: 'mg a day.' })
  imatinibDoseAtFailure?: number;

  @Field(() => PhaseEnum, { nullable: true })
  phaseAtFailure?: Phase;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Start of the first tyrosine kinase inhibitor.' })
  tkiStartedOn?: string;

  @Field(() => Int, { nullable: true, description: 'Lines of tyrosine kinase inhibitors.' })
  tkiLines?: number;

  @Field(() => MolecularResponseEnum, { nullable: true, description: 'Of all measurements under an inhibitor.' })
  deepestMolecularResponse?: MolecularResponse;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'The first stop of inhibitors that was no switch: no other one went on, or began within 30 days.',
  })
  tkiDiscontinuedOn?: string;

  @Field(() => StopReasonEnum, { nullable: true })
  tkiDiscontinuationReason?: StopReason;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The first stop for treatment-free remission.' })
  treatmentFreeRemissionStartedOn?: string;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'First BCR::ABL1 of more than 0.1 % IS after it, or restart of an inhibitor, whichever came first.',
  })
  treatmentFreeRemissionLostOn?: string;

  @Field(() => RemissionCriteriaEnum, { nullable: true, description: 'At that stop; null where the measurements do not tell.' })
  treatmentFreeRemissionCriteria?: RemissionCriteria;
}

@ObjectType('RiskScore', { simpleResolvers: true })
export class RiskScoreType {
  @Field(() => RiskScoreNameEnum)
  name!: RiskScoreName;

  @Field(() => Float, { nullable: true })
  value?: number;

  @Field(() => RiskGroupEnum, { nullable: true })
  group?: RiskGroup;

  @Field(() => String, { nullable: true, description: 'Why there is no value, or why to doubt it.' })
  note?: string;
}

@ObjectType('MilestoneResponse', { simpleResolvers: true })
export class MilestoneResponseType {
  @Field(() => Int, { description: 'Calendar months since the start of the first imatinib line.' })
  month!: number;

  @Field(() => ElnResponseEnum)
  response!: ElnResponse;

  @Field(() => [RuleOutcomeType])
  because!: readonly RuleOutcomeType[];
}
