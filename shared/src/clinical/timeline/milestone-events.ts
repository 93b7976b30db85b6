import type { CaseFacts } from '../../domain';
import { elnResponses, type MilestoneResponse } from '../criteria/eln-responses';
import type { ElnEdition, ElnResponse } from '../criteria/eln-table';
import { elnTables } from '../criteria/eln-tables';
import { dateAfterMonths } from '../criteria/milestone-windows';
import { firstImatinibLine } from '../derivation/imatinib-line';
import type { CourseEvent } from './timeline-event';

/** What each class says of a milestone. */
const verdicts: Readonly<Record<ElnResponse, string>> = {
  OPTIMAL: 'reached, optimal response',
  WARNING: 'warning',
  SUBOPTIMAL: 'missed, suboptimal response',
  FAILURE: 'missed, failure',
  NOT_EVALUABLE: 'not evaluable',
};

/** The milestones of an edition that the course on imatinib has come to, each on its day, reached or missed. */
export function milestoneEvents(facts: CaseFacts, edition: ElnEdition): readonly CourseEvent[] {
  const imatinib = firstImatinibLine(facts.treatments);
  if (!imatinib) return [];
  return elnResponses(facts, edition).map(({ month, response, because }: MilestoneResponse) => ({
    kind: 'MILESTONE',
    on: dateAfterMonths(imatinib.startedOn, month),
    meaning: `${elnTables[edition].title}, ${month} months: ${verdicts[response]}. ${because.map(({ message }) => message).join(' ')}`,
    response,
  }));
}
