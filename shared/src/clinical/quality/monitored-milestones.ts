import type { Assessment, CaseFacts } from '../../domain';
import { itemsInWindow, milestoneWindows, monthsHavePassed } from '../criteria/milestone-windows';
import { treatmentCourse } from '../criteria/treatment-course';
import { firstImatinibLine } from '../derivation/imatinib-line';

/** A milestone that a course on imatinib came to, with the assessments that stand for it. */
export interface MonitoredMilestone {
  readonly month: number;
  readonly assessments: readonly Assessment[];
}

/** The milestones of the first imatinib, up to 24 months, that the course was observed to reach. */
export function monitoredMilestones(facts: CaseFacts): readonly MonitoredMilestone[] {
  const imatinib = firstImatinibLine(facts.treatments);
  if (!imatinib) return [];
  const { observedUntil, assessments } = treatmentCourse(facts, imatinib);
  return milestoneWindows
    .filter(({ month }) => monthsHavePassed(imatinib.startedOn, month, observedUntil))
    .map((window) => ({
      month: window.month,
      assessments: itemsInWindow(window, imatinib.startedOn, assessments, ({ assessedOn }) => assessedOn),
    }));
}
