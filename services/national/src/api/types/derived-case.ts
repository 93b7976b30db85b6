import type { ElnResponse } from '@registry-hub/shared/clinical';
import type { FailureCategory, FailureSubcategory, ImatinibLine, Phase, RiskGroup, RiskScoreName } from '@registry-hub/shared/domain';
import {
  CalendarDateScalar,
  ElnResponseEnum,
  FailureCategoryEnum,
  FailureSubcategoryEnum,
  ImatinibLineEnum,
  PhaseEnum,
  RiskGroupEnum,
  RiskScoreNameEnum,
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
