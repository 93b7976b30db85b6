import { Arg, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { claimCurves, releaseIncidence, releaseSurvival, valueOrNull } from '../../disclosure';
import {
  dayOfMonth,
  grayTest,
  groupedTimes,
  type IncidenceEvent,
  type IncidenceQuestion,
  logRankTest,
  type SurvivalEndpoint,
  type SurvivalQuestion,
  type TimeOrigin,
  type Variable,
} from '../../statistics';
import type { CohortInquiry } from './cohort-inquiry';
import { Cohort } from './cohort-types';
import { groupingVariable } from './grouping-variable';
import { IncidenceAnalysis } from './incidence-types';
import { presentIncidenceCurve, presentSurvivalCurve } from './present-curves';
import { checkDelayedEntry, checkOrigin, readCurveArguments, readHorizon } from './read-curve-arguments';
import { IncidenceEventEnum, SurvivalEndpointEnum, TimeOriginEnum, VariableEnum } from './statistics-enums';
import { curveNote } from './survival-notes';
import { RestrictedMeanSurvival, SurvivalAnalysis, SurvivalCurve, TestResult } from './survival-types';

const MONTHS = [0, 6, 12, 18, 24, 36, 48, 60];
const DEFAULT_HORIZON = 60;
const LANDMARK =
  'Curves of those still under observation, and without the event, at this month: what came before does not count, nor do points before it.';

/** Curves over time of a cohort, national or European. */
@Resolver(() => Cohort)
export class SurvivalResolver {
  @FieldResolver(() => SurvivalAnalysis, { description: 'Kaplan-Meier; log-rank test when `by` is given.' })
  async survival(
    @Root() cohort: CohortInquiry,
    @Arg('endpoint', () => SurvivalEndpointEnum, { defaultValue: 'OVERALL' }) endpoint: SurvivalEndpoint,
    @Arg('from', () => TimeOriginEnum, { defaultValue: 'IMATINIB_START' }) from: TimeOrigin,
    @Arg('months', () => [Int], { defaultValue: MONTHS }) months: readonly number[],
    @Arg('delayedEntry', () => Boolean, {
      defaultValue: false,
      description: 'Only from FAILURE: patients are at risk from the day after their notification on (left truncation).',
    })
    delayedEntry: boolean,
    @Arg('by', () => VariableEnum, { nullable: true }) by?: Variable | null,
    @Arg('landmarkMonth', () => Int, { nullable: true, description: LANDMARK }) landmarkMonth?: number | null,
  ): Promise<SurvivalAnalysis> {
    const shape = readCurveArguments({ months, landmarkMonth });
    checkOrigin(endpoint, from);
    checkDelayedEntry(delayedEntry, from);
    const group = groupingVariable(by);
    const question: SurvivalQuestion = {
      kind: 'survival',
      endpoint,
      from,
      ...(group ? { by: group } : {}),
      ...(delayedEntry ? { delayedEntry } : {}),
    };
    const request = { ...shape, analysis: { endpoint, from, delayedEntry }, by: group };
    const {
      figure: times,
      hidden,
      policy,
    } = await cohort.release({
      question,
      read: ({ counts, countries }) => groupedTimes(counts, group, countries, delayedEntry),
      claims: (grouped) => claimCurves(grouped, request),
    });
    const { curves, testReleased } = releaseSurvival(times, request, hidden, policy.threshold);
    const test = group && testReleased ? logRankTest(times.groups, dayOfMonth(request.landmarkMonth)) : undefined;
    return {
      curves: curves.map(presentSurvivalCurve),
      logRank: test ?? null,
      note: curveNote(cohort.filter, question, request.landmarkMonth) ?? null,
    };
  }

  @FieldResolver(() => IncidenceAnalysis, { description: 'Aalen-Johansen, with competing events.' })
  async cumulativeIncidence(
    @Root() cohort: CohortInquiry,
    @Arg('event', () => IncidenceEventEnum) event: IncidenceEvent,
    @Arg('from', () => TimeOriginEnum, { defaultValue: 'IMATINIB_START' }) from: TimeOrigin,
    @Arg('months', () => [Int], { defaultValue: MONTHS }) months: readonly number[],
    @Arg('by', () => VariableEnum, { nullable: true }) by?: Variable | null,
    @Arg('landmarkMonth', () => Int, { nullable: true, description: LANDMARK }) landmarkMonth?: number | null,
  ): Promise<IncidenceAnalysis> {
    const shape = readCurveArguments({ months, landmarkMonth });
    checkOrigin(`INCIDENCE_OF_${event}`, from);
    const group = groupingVariable(by);
    const question: IncidenceQuestion = { kind: 'incidence', event, from, ...(group ? { by: group } : {}) };
    const request = { ...shape, analysis: { endpoint: `INCIDENCE_OF_${event}`, from }, by: group } as const;
    const {
      figure: times,
      hidden,
      policy,
    } = await cohort.release({
      question,
      read: ({ counts, countries }) => groupedTimes(counts, group, countries),
      claims: (grouped) => claimCurves(grouped, request),
    });
    const { curves, testReleased } = releaseIncidence(times, request, hidden, policy.threshold);
    const tested = group !== undefined && testReleased && request.landmarkMonth === 0;
    return {
      test: () => (tested ? grayTest(times.groups) : undefined),
      curves: curves.map(presentIncidenceCurve),
      note: curveNote(cohort.filter, question, request.landmarkMonth) ?? null,
    };
  }
}

@Resolver(() => SurvivalCurve)
export class SurvivalCurveResolver {
  @FieldResolver(() => RestrictedMeanSurvival, { description: 'Restricted mean survival time.' })
  restrictedMean(
    @Root() { released }: SurvivalCurve,
    @Arg('horizonMonth', () => Int, { defaultValue: DEFAULT_HORIZON }) horizonMonth: number,
  ): RestrictedMeanSurvival {
    const mean = released.restrictedMean(readHorizon(horizonMonth));
    const shown = valueOrNull(mean);
    return {
      horizonMonth,
      months: shown?.months ?? null,
      standardError: shown?.standardError ?? null,
      lower: shown?.lower ?? null,
      upper: shown?.upper ?? null,
      suppressed: mean.suppressed,
    };
  }
}

@Resolver(() => IncidenceAnalysis)
export class IncidenceAnalysisResolver {
  @FieldResolver(() => TestResult, {
    nullable: true,
    description:
      "With `by`: Gray's test of equal cumulative incidence in all groups. Null with a landmark, where fewer than two groups can be compared, or one of them is not released.",
  })
  grayTest(@Root() { test }: IncidenceAnalysis): TestResult | null {
    return test() ?? null;
  }
}
