import {
  type Assessment,
  type CalendarDate,
  type CaseFacts,
  type Drug,
  dayNumber,
  daysBetween,
  type MolecularResponse,
  type RemissionCriteria,
} from '../../domain';
import { showsAdvancedPhase } from '../criteria/milestone-evidence';
import { molecularResponseLevels } from '../criteria/molecular-response';
import { endOfLine } from '../timeline/treatment-at';
import type { StoppedLine } from './discontinuations';
import { inhibitorLines } from './inhibitor-lines';

const DAYS_PER_YEAR = 365.25;
const secondGeneration: ReadonlySet<Drug> = new Set(['DASATINIB', 'NILOTINIB', 'BOSUTINIB']);

/**
 * Which criteria of stopping an inhibitor a patient fulfilled (Hochhaus et al., Leukemia 2020;34:966). Minimal: no earlier
 * failure of treatment, more than 5 years of inhibitors (4 when the one that was stopped is of the second generation), and MR4
 * for more than 2 years. Optimal: these, more than 5 years in any case, and MR4 for more than 3 years or MR4.5 for more than 2.
 *
 * The time on inhibitors is the sum of all lines up to the stop, without the gaps between them; a response lasts since the
 * first of the measurements that showed it without another between that did not. A sample with too few control-gene copies, or
 * without a documented number, shows neither. An earlier failure is a notified one other than for toxicity alone, a line
 * stopped for resistance, or an advanced phase at any time before (project conventions).
 *
 * @param assessments in date order, as far as they can be read on the International Scale
 * @returns undefined where all else is fulfilled and the measurements do not tell of the response
 */
export function remissionCriteriaAt(
  facts: CaseFacts,
  stop: StoppedLine,
  assessments: readonly Assessment[],
): RemissionCriteria | undefined {
  const { stoppedOn } = stop;
  const yearsTreated = daysOnInhibitors(facts, stoppedOn) / DAYS_PER_YEAR;
  const yearsNeeded = secondGeneration.has(stop.drug) ? 4 : 5;
  if (yearsTreated <= yearsNeeded || hasFailedBefore(facts, stoppedOn)) return 'NOT_MET';
  const yearsInMr4 = yearsInResponse('MR4', assessments, stoppedOn);
  if (yearsInMr4 === undefined) return undefined;
  if (yearsInMr4 <= 2) return 'NOT_MET';
  const isDeep = yearsInMr4 > 3 || (yearsInResponse('MR4_5', assessments, stoppedOn) ?? 0) > 2;
  return isDeep && yearsTreated > 5 ? 'OPTIMAL' : 'MINIMAL';
}

/** Days under any inhibitor until a date, days under two at once counted once. */
function daysOnInhibitors({ treatments }: CaseFacts, until: CalendarDate): number {
  const last = dayNumber(until);
  let days = 0;
  let counted = Number.NEGATIVE_INFINITY;
  for (const line of inhibitorLines(treatments)) {
    const from = Math.max(dayNumber(line.startedOn), counted);
    const to = Math.min(dayNumber(endOfLine(line, treatments) ?? until), last);
    if (to <= from) continue;
    days += to - from;
    counted = to;
  }
  return days;
}

function hasFailedBefore({ failure, treatments, diagnosis, assessments }: CaseFacts, on: CalendarDate): boolean {
  const hasResisted = inhibitorLines(treatments).some(
    ({ stopReason, stoppedOn }) => stopReason === 'RESISTANCE' && stoppedOn !== undefined && stoppedOn <= on,
  );
  const isNotified = failure !== undefined && failure.failedOn <= on && failure.reportedSubcategory !== 'TOXICITY';
  const isAdvanced = diagnosis?.phase !== undefined && diagnosis.phase !== 'CHRONIC';
  return hasResisted || isNotified || isAdvanced || assessments.some((one) => one.assessedOn <= on && showsAdvancedPhase(one) === true);
}

/** How long a response had lasted on a date, in years; 0 when the last measurement did not show it. */
function yearsInResponse(response: MolecularResponse, assessments: readonly Assessment[], until: CalendarDate): number | undefined {
  const level = molecularResponseLevels.find((one) => one.response === response);
  const least = level?.controlGeneMinimum?.ABL1;
  if (!level || least === undefined) return undefined;
  let since: CalendarDate | undefined;
  let isMeasured = false;
  for (const { assessedOn, bcrAbl1IsPct, abl1Copies } of assessments) {
    if (bcrAbl1IsPct === undefined || assessedOn > until) continue;
    const isDeep = bcrAbl1IsPct <= level.isPct;
    if (isDeep && (abl1Copies ?? 0) < least) continue;
    isMeasured = true;
    since = isDeep ? (since ?? assessedOn) : undefined;
  }
  if (!isMeasured) return undefined;
  return since === undefined ? 0 : daysBetween(since, until) / DAYS_PER_YEAR;
}
