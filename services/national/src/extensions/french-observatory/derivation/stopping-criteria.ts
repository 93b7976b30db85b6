import { dateAfterMonths, molecularResponseOf } from '@registry-hub/shared/clinical';
import type { CalendarDate, CaseFacts, Drug } from '@registry-hub/shared/domain';
import { inhibitorLines } from './inhibitor-lines';
import { type MeasuredAssessment, measuredAssessments } from './measured-response';

export const stoppingCriteria = ['ELN2020_OPTIMAL', 'ELN2020_MINIMAL', 'NOT_MET'] as const;
export type StoppingCriteria = (typeof stoppingCriteria)[number];

const secondGeneration: ReadonlySet<Drug> = new Set(['DASATINIB', 'NILOTINIB', 'BOSUTINIB']);
const deep = ['MR4', 'MR4_5', 'MR5'];
const deeper = ['MR4_5', 'MR5'];

/** Months; each must have passed. Hochhaus et al., Leukemia 2020;34:966. */
const TREATED = 60;
const TREATED_BY_SECOND_GENERATION = 48;
const IN_MR4 = 24;
const OPTIMAL_IN_MR4 = 36;
const OPTIMAL_IN_MR4_5 = 24;

/**
 * Which criteria for stopping the facts support. Minimal: in chronic phase throughout, no failure before, more than 5 years of treatment
 * (4 when all of it was of the second generation) and MR4 for more than 2 years. Optimal: besides, more than 5 years of treatment in any
 * case, and MR4 for more than 3 years or MR4.5 for more than 2 (Hochhaus et al., Leukemia 2020;34:966). Treatment is counted from its
 * first day, without looking for interruptions, and a response from the first of its measurements in a row.
 *
 * @returns undefined when BCR::ABL1 was never measured on the International Scale before the stop
 */
export function stoppingCriteriaOf(facts: CaseFacts, stoppedOn: CalendarDate): StoppingCriteria | undefined {
  const lines = inhibitorLines(facts).filter(({ startedOn }) => startedOn < stoppedOn);
  const measured = measuredAssessments(facts).filter(({ assessedOn }) => assessedOn <= stoppedOn);
  const [first] = lines;
  if (!first || measured.length === 0) return undefined;
  const passed = (from: CalendarDate | undefined, months: number): boolean =>
    from !== undefined && dateAfterMonths(from, months) < stoppedOn;
  const long = passed(first.startedOn, TREATED);
  const secondOnly = lines.every(({ drug }) => secondGeneration.has(drug));
  const mr4Since = sinceWhen(measured, deep);
  const isMinimal =
    !hadFailed(facts, stoppedOn) &&
    !wasAdvanced(facts, stoppedOn) &&
    (long || (secondOnly && passed(first.startedOn, TREATED_BY_SECOND_GENERATION))) &&
    passed(mr4Since, IN_MR4);
  if (!isMinimal) return 'NOT_MET';
  const isOptimal = long && (passed(mr4Since, OPTIMAL_IN_MR4) || passed(sinceWhen(measured, deeper), OPTIMAL_IN_MR4_5));
  return isOptimal ? 'ELN2020_OPTIMAL' : 'ELN2020_MINIMAL';
}

/** The first of the measurements in a row, up to the last one, that show one of these responses. */
function sinceWhen(measured: readonly MeasuredAssessment[], responses: readonly string[]): CalendarDate | undefined {
  const lost = measured.findLastIndex(({ bcrAbl1IsPct, abl1Copies }) => !responses.includes(molecularResponseOf(bcrAbl1IsPct, abl1Copies)));
  return measured[lost + 1]?.assessedOn;
}

function hadFailed({ failure, treatments }: CaseFacts, before: CalendarDate): boolean {
  const resisted = treatments.some(
    ({ stopReason, stoppedOn }) => stopReason === 'RESISTANCE' && stoppedOn !== undefined && stoppedOn < before,
  );
  return resisted || (failure !== undefined && failure.failedOn < before);
}

function wasAdvanced({ diagnosis, assessments }: CaseFacts, before: CalendarDate): boolean {
  const phases = [diagnosis?.phase, ...assessments.filter(({ assessedOn }) => assessedOn <= before).map(({ phase }) => phase)];
  return phases.some((phase) => phase !== undefined && phase !== 'CHRONIC');
}
