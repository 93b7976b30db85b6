import { type CaseFacts, elnEditions, type RuleOutcome } from '../../domain';
import { firstImatinibLine } from '../derivation/imatinib-line';
import type { ElnEdition, ElnResponse, ElnTable } from './eln-table';
import { elnTables } from './eln-tables';
import { elnResponseClass, evaluateEln } from './evaluate-eln';
import { milestoneEvidence } from './milestone-evidence';
import { milestoneWindows, monthsHavePassed } from './milestone-windows';
import type { ResponseEvidence } from './response-evidence';
import { type TreatmentCourse, treatmentCourse } from './treatment-course';

/** The class of response at one milestone, with the reasons. */
export interface MilestoneResponse {
  /** Calendar months since the start of the drug. */
  readonly month: number;
  readonly response: ElnResponse;
  readonly because: readonly RuleOutcome[];
}

/** The responses of one treatment course by one table, at each milestone that the course was observed to reach. */
export function courseResponses(facts: CaseFacts, course: TreatmentCourse, table: ElnTable): readonly MilestoneResponse[] {
  return courseEvidence(facts, course).map((evidence) => ({ month: evidence.month, ...evaluateEln(table, evidence) }));
}

/** What the records say at each milestone that the course was observed to reach: whatever edition judges it. */
function courseEvidence(facts: CaseFacts, course: TreatmentCourse): readonly ResponseEvidence[] {
  const { line, observedUntil } = course;
  return milestoneWindows
    .filter(({ month }) => monthsHavePassed(line.startedOn, month, observedUntil))
    .map((window) => milestoneEvidence(facts, course, window));
}

/**
 * The responses to the first imatinib line by one edition, one entry for each milestone reached: months are calendar months
 * since its start, and a milestone is reached when the line was observed that long (until stopped, until the next line or
 * death, else until the last contact). A milestone reached but not assessed within its window is there as not evaluable.
 * Empty without imatinib.
 */
export function elnResponses(facts: CaseFacts, edition: ElnEdition): readonly MilestoneResponse[] {
  const imatinib = firstImatinibLine(facts.treatments);
  return imatinib ? courseResponses(facts, treatmentCourse(facts, imatinib), elnTables[edition]) : [];
}

/** The classes of {@link elnResponses} by every edition, with the months at which they were reached. */
export function responseClassesByEdition(
  facts: CaseFacts,
): ReadonlyMap<ElnEdition, readonly (readonly [month: number, response: ElnResponse])[]> {
  const imatinib = firstImatinibLine(facts.treatments);
  const evidence = imatinib ? courseEvidence(facts, treatmentCourse(facts, imatinib)) : [];
  return new Map(
    elnEditions.map((edition) => [edition, evidence.map((found) => [found.month, elnResponseClass(elnTables[edition], found)])]),
  );
}
