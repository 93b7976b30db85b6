import {
  claimCurves,
  claimFrequencies,
  claimSummary,
  frequencySets,
  releaseFrequencies,
  releaseSummary,
  releaseSurvival,
  withinOthers,
} from '../../disclosure';
import { badUserInput } from '../../errors';
import {
  type CohortMeasure,
  type CohortVariable,
  type DeclaredEndpoint,
  frequencyFigure,
  groupedTimes,
  logRankTest,
  summaryFigure,
} from '../../statistics';
import type { CohortInquiry } from './cohort-inquiry';
import type { FrequencyTable, MeasureSummary } from './cohort-types';
import { presentSurvivalCurve } from './present-curves';
import { presentFrequencies, presentSummary } from './present-figures';
import { readCurveArguments } from './read-curve-arguments';
import type { SurvivalAnalysis } from './survival-types';

/**
 * A frequency table of a cohort, with what disclosure control lets out of it.
 *
 * @param by of which a patient has one value
 * @throws HubError BAD_USER_INPUT when both are the same; DISCLOSURE_REFUSED
 */
export async function askFrequencies(cohort: CohortInquiry, of: CohortVariable, by: CohortVariable | undefined): Promise<FrequencyTable> {
  if (by === of) {
    const name = typeof of === 'string' ? of : of.declared;
    throw badUserInput({ field: 'by', message: `expected another variable than ${name}, which the rows are of.` });
  }
  refuseFrozen(cohort, of, by);
  const sets = frequencySets(of, by);
  const { figure, hidden } = await cohort.release({
    question: { kind: 'frequencies', of, ...(by ? { by } : {}) },
    read: ({ counts, countries }) => frequencyFigure(counts, of, by, countries),
    claims: (table) => withinOthers(claimFrequencies(table, sets), [of, by]),
  });
  return presentFrequencies(releaseFrequencies(figure, sets, hidden));
}

/** A measure's summary, with what disclosure control lets out of it. @throws HubError DISCLOSURE_REFUSED */
export async function askSummary(cohort: CohortInquiry, of: CohortMeasure, by: CohortVariable | undefined): Promise<MeasureSummary[]> {
  refuseFrozen(cohort, of, by);
  const sets = { of, by };
  const { figure, hidden, policy } = await cohort.release({
    question: { kind: 'summary', of, ...(by ? { by } : {}) },
    read: ({ counts, countries }) => summaryFigure(counts, of, by, countries),
    claims: (summary) => claimSummary(summary, sets),
  });
  return releaseSummary(figure, sets, hidden, policy).map(presentSummary);
}

/**
 * Kaplan-Meier curves of an endpoint that an extension declares, with what disclosure control lets out of them.
 *
 * @param months in which the curves are shown
 * @throws HubError BAD_USER_INPUT, DISCLOSURE_REFUSED
 */
export async function askDeclaredTimes(
  cohort: CohortInquiry,
  endpoint: DeclaredEndpoint,
  months: readonly number[],
  by: CohortVariable | undefined,
): Promise<SurvivalAnalysis> {
  refuseFrozen(cohort, endpoint);
  const request = { ...readCurveArguments({ months, landmarkMonth: 0 }), analysis: { endpoint }, by };
  const { figure, hidden, policy } = await cohort.release({
    question: { kind: 'declaredTimes', endpoint, ...(by ? { by } : {}) },
    read: ({ counts, countries }) => groupedTimes(counts, by, countries),
    claims: (grouped) => claimCurves(grouped, request),
  });
  const { curves, testReleased } = releaseSurvival(figure, request, hidden, policy.threshold);
  const test = by && testReleased ? logRankTest(figure.groups, 0) : undefined;
  return { curves: curves.map(presentSurvivalCurve), logRank: test ?? null, note: null };
}

/** @throws HubError BAD_USER_INPUT when what an extension declares is asked of a freeze: it holds what the registry itself derives */
function refuseFrozen(
  { filter }: CohortInquiry,
  ...asked: readonly (CohortVariable | CohortMeasure | DeclaredEndpoint | undefined)[]
): void {
  if (filter.freeze === undefined || !asked.some((one) => typeof one === 'object')) return;
  throw badUserInput({ field: 'filter.freeze', message: 'expected no freeze: it holds no figures of national extensions.' });
}
