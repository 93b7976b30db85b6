import type { CaseFacts, RuleOutcome } from '../../domain';
import { firstImatinibLine } from '../derivation/imatinib-line';
import type { ElnEdition, ElnResponse, ElnTable } from './eln-table';
import { elnTables } from './eln-tables';
import { evaluateEln } from './evaluate-eln';
import { milestoneEvidence } from './milestone-evidence';
import { milestoneWindows, monthsHavePassed } from './milestone-windows';
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
  const { line, observedUntil } = course;
  return milestoneWindows
    .filter(({ month }) => monthsHavePassed(line.startedOn, month, observedUntil))
    .map((window) => ({ month: window.month, ...evaluateEln(table, milestoneEvidence(facts, course, window)) }));
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
