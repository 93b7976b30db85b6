import { type CaseFacts, compareDates, knownFields } from '../../domain';
import type { ElnEdition } from '../criteria/eln-table';
import { readOnInternationalScale } from '../criteria/molecular-response';
import { firstImatinibLine } from '../derivation/imatinib-line';
import { assessmentEvents } from './assessment-events';
import { completedMonths } from './completed-months';
import { milestoneEvents } from './milestone-events';
import { recordEvents } from './record-events';
import { responseEvents } from './response-events';
import { type CourseEvent, type TimelineEvent, timelineEventKinds } from './timeline-event';
import { mgPerDayAt, treatmentAt } from './treatment-at';
import { treatmentEvents } from './treatment-events';

function compareEvents(one: CourseEvent, other: CourseEvent): number {
  return compareDates(one.on, other.on) || timelineEventKinds.indexOf(one.kind) - timelineEventKinds.indexOf(other.kind);
}

/**
 * The course of one case: everything dated that is documented about it, and what follows (responses reached and lost,
 * changes of phase, milestones by an edition), in date order, each with the treatment of that time.
 */
export function caseTimeline(facts: CaseFacts, edition: ElnEdition): readonly TimelineEvent[] {
  const inDateOrder = facts.assessments.toSorted((one, other) => compareDates(one.assessedOn, other.assessedOn));
  const assessments = readOnInternationalScale(inDateOrder, facts.diagnosis?.transcript);
  const imatinib = firstImatinibLine(facts.treatments);
  return [
    ...recordEvents(facts),
    ...treatmentEvents(facts),
    ...assessmentEvents(facts, assessments),
    ...responseEvents(facts, assessments),
    ...milestoneEvents(facts, edition),
  ]
    .toSorted(compareEvents)
    .map(({ line, ...event }) => {
      const treatment = line ?? treatmentAt(facts, event.on);
      return {
        ...event,
        ...knownFields({
          monthsSinceImatinib: imatinib && event.on >= imatinib.startedOn ? completedMonths(imatinib.startedOn, event.on) : undefined,
          drug: treatment?.drug,
          mgPerDay: treatment && mgPerDayAt(facts, treatment, event.on),
        }),
      };
    });
}
