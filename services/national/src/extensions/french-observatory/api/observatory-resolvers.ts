import {
  askDeclaredTimes,
  askFrequencies,
  askSummary,
  Cohort,
  CohortFilterInput,
  type CohortInquiry,
  FrequencyTable,
  MeasureSummary,
  readCohortFilter,
  SurvivalAnalysis,
} from '@registry-hub/shared/graphql';
import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import type { NationalContext } from '../../../api';
import { earlyResponse } from '../derivation/early-response';
import { attemptFormat, campaignFormat } from '../records/formats';
import {
  molecularRelapseFreeSurvival,
  type ObservatoryMeasure,
  type ObservatoryVariable,
  observatoryMeasures,
  observatoryVariables,
} from '../statistics/catalogue';
import { ObservatoryMeasureEnum, ObservatoryVariableEnum } from './observatory-enums';
import { AttemptType, CampaignType, EarlyResponseType, ObservatoryCohortType, ObservatoryType } from './observatory-types';
import { presentAttempts } from './present-attempts';

const MONTHS = [0, 3, 6, 12, 18, 24, 36, 60];
const CENTERS_AT_MOST = 1000;

@Resolver(() => ObservatoryType)
export class ObservatoryResolver {
  @FieldResolver(() => [AttemptType], { description: "A patient's attempts at treatment-free remission, in their order." })
  async attempts(@Arg('patientCode', () => ID) patientCode: string, @Ctx() { reader, loaders }: NationalContext): Promise<AttemptType[]> {
    const records = await reader.extensionRecords(attemptFormat, [patientCode]);
    const facts = await loaders.caseFacts.load(patientCode);
    return facts ? presentAttempts(facts, records.get(patientCode) ?? []) : [];
  }

  @FieldResolver(() => EarlyResponseType, {
    nullable: true,
    description: 'Null when BCR::ABL1 was not measured on the International Scale about month 3.',
  })
  async earlyResponse(
    @Arg('patientCode', () => ID) patientCode: string,
    @Ctx() { reader, loaders }: NationalContext,
  ): Promise<EarlyResponseType | undefined> {
    const [patient] = await reader.patients([patientCode]);
    const facts = patient && (await loaders.caseFacts.load(patientCode));
    return facts && earlyResponse(facts);
  }

  @FieldResolver(() => [CampaignType], { description: 'By centre; a CENTER sees its own.' })
  async campaigns(
    @Arg('centerCode', () => ID, { nullable: true }) centerCode: string | null | undefined,
    @Ctx() { reader }: NationalContext,
  ): Promise<CampaignType[]> {
    const centers = centerCode ? [centerCode] : (await reader.centersPage({ first: CENTERS_AT_MOST })).items.map((one) => one.centerCode);
    const byCenter = await reader.extensionRecords(campaignFormat, centers);
    return [...byCenter.values()].flat();
  }

  @FieldResolver(() => ObservatoryCohortType, { description: 'Figures of the patients of a cohort, as `registry.cohort` gives them.' })
  cohort(
    @Ctx() { statistics }: NationalContext,
    @Arg('filter', () => CohortFilterInput, { nullable: true }) filter?: CohortFilterInput,
  ): ObservatoryCohortType {
    return { inquiry: statistics.cohort(readCohortFilter(filter)) };
  }
}

@Resolver(() => ObservatoryCohortType)
export class ObservatoryCohortResolver {
  @FieldResolver(() => Cohort, { description: "The same patients, by the registry's own variables." })
  registry(@Root() { inquiry }: ObservatoryCohortType): CohortInquiry {
    return inquiry;
  }

  @FieldResolver(() => FrequencyTable)
  frequencies(
    @Root() { inquiry }: ObservatoryCohortType,
    @Arg('of', () => ObservatoryVariableEnum) of: ObservatoryVariable,
    @Arg('by', () => ObservatoryVariableEnum, { nullable: true }) by?: ObservatoryVariable | null,
  ): Promise<FrequencyTable> {
    return askFrequencies(inquiry, observatoryVariables[of], variableOf(by));
  }

  @FieldResolver(() => [MeasureSummary])
  summary(
    @Root() { inquiry }: ObservatoryCohortType,
    @Arg('of', () => ObservatoryMeasureEnum) of: ObservatoryMeasure,
    @Arg('by', () => ObservatoryVariableEnum, { nullable: true }) by?: ObservatoryVariable | null,
  ): Promise<MeasureSummary[]> {
    return askSummary(inquiry, observatoryMeasures[of], variableOf(by));
  }

  @FieldResolver(() => SurvivalAnalysis, {
    description:
      'Kaplan-Meier from the first stop to loss of major molecular response, restart or death, whichever is first; censored at the last BCR::ABL1 result.',
  })
  molecularRelapseFreeSurvival(
    @Root() { inquiry }: ObservatoryCohortType,
    @Arg('months', () => [Int], { defaultValue: MONTHS }) months: readonly number[],
    @Arg('by', () => ObservatoryVariableEnum, { nullable: true }) by?: ObservatoryVariable | null,
  ): Promise<SurvivalAnalysis> {
    return askDeclaredTimes(inquiry, molecularRelapseFreeSurvival, months, variableOf(by));
  }
}

function variableOf(by: ObservatoryVariable | null | undefined): (typeof observatoryVariables)[ObservatoryVariable] | undefined {
  return by ? observatoryVariables[by] : undefined;
}
