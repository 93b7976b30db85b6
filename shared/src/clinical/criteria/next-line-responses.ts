import type { CaseFacts, Drug, TreatmentLine } from '../../domain';
import { inhibitorLines } from '../inhibitors/inhibitor-lines';
import { eln2013FirstLine } from './eln-2013-first-line';
import { eln2013SecondLine } from './eln-2013-second-line';
import { courseResponses, type MilestoneResponse } from './eln-responses';
import type { ElnEdition, ElnTable } from './eln-table';
import { elnTables } from './eln-tables';
import { treatmentCourse } from './treatment-course';

/** The responses to the inhibitor given after imatinib, and by which table they were judged. */
export interface NextLineResponses {
  readonly line: number;
  readonly drug: Drug;
  readonly table: ElnTable;
  readonly responses: readonly MilestoneResponse[];
}

/**
 * Whether imatinib was left for failure: as notified, anything but toxicity alone; without a notification, as the reason
 * for which the line was stopped says.
 */
function hasImatinibFailed({ failure }: CaseFacts, imatinib: TreatmentLine): boolean {
  return failure ? failure.reportedSubcategory !== 'TOXICITY' : imatinib.stopReason === 'RESISTANCE';
}

function tableFor(edition: ElnEdition, hasFailed: boolean): ElnTable | undefined {
  switch (edition) {
    case 'ELN_2006':
    case 'ELN_2009':
      return undefined;
    case 'ELN_2013':
      return hasFailed ? eln2013SecondLine : eln2013FirstLine;
    case 'ELN_2020':
    case 'ELN_2025_PROVISIONAL':
      return elnTables[edition];
  }
}

/**
 * The responses to the tyrosine kinase inhibitor that followed imatinib, months counted from its own start. By ELN 2013 the
 * second-line table applies after failure of imatinib, the first-line table after intolerance only (Baccarani et al., Blood
 * 2013;122:872); from 2020 on one table serves all lines (Hochhaus et al., Leukemia 2020;34:966). Undefined without such a
 * line, when imatinib was not the first inhibitor (the tables are not for third line), and by the editions of 2006 and 2009,
 * which judge imatinib.
 */
export function nextLineResponses(facts: CaseFacts, edition: ElnEdition): NextLineResponses | undefined {
  const lines = inhibitorLines(facts.treatments);
  const [imatinib] = lines;
  const next = lines.find(({ drug }) => drug !== 'IMATINIB');
  if (imatinib?.drug !== 'IMATINIB' || !next) return undefined;
  const table = tableFor(edition, hasImatinibFailed(facts, imatinib));
  if (!table) return undefined;
  return { line: next.line, drug: next.drug, table, responses: courseResponses(facts, treatmentCourse(facts, next), table) };
}
