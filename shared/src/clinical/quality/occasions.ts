import type { Dose, TreatmentLine } from '../../domain';
import { isOtherTumour } from '../derivation/chronic-myeloid-leukemia';
import type { Occasion, Repeated } from './expected-field';
import { type MonitoredMilestone, monitoredMilestones } from './monitored-milestones';

/** When the fields of a complete case are to be expected, in words and as a test. */

export const always: Occasion = { when: 'of every case', applies: () => true };

export const ofLeukemia: Occasion = {
  when: 'of every case of CML, and while no diagnosis is documented',
  applies: (facts) => !isOtherTumour(facts),
};

export const ofFailure: Occasion = { when: 'of every notified failure', applies: ({ failure }) => failure !== undefined };

export const ofDeath: Occasion = { when: 'of every patient who died', applies: ({ patient }) => patient.vitalStatus === 'DEAD' };

export const ofAliveOrLost: Occasion = {
  when: 'of every patient who is alive or lost to follow-up',
  applies: ({ patient }) => patient.vitalStatus !== 'DEAD',
};

export const stoppedLines: Repeated<TreatmentLine> = {
  when: 'of every line that was stopped',
  items: ({ treatments }) => treatments.filter(({ stoppedOn }) => stoppedOn !== undefined),
};

export const stoppedLinesOfOtherTumours: Repeated<TreatmentLine> = {
  when: 'of every line that was stopped, of tumours other than CML',
  items: (facts) => (isOtherTumour(facts) ? stoppedLines.items(facts) : []),
};

/** Where another line followed imatinib, it should be told whether and when imatinib was stopped. */
export const followedImatinibLines: Repeated<TreatmentLine> = {
  when: 'of every imatinib line that another line followed',
  items: ({ treatments }) =>
    treatments.filter(({ drug, startedOn }) => drug === 'IMATINIB' && treatments.some((later) => later.startedOn > startedOn)),
};

/** Every imatinib line as its doses. */
export const imatinibLines: Repeated<readonly Dose[]> = {
  when: 'of every imatinib line',
  items: ({ treatments, doses }) =>
    treatments.filter(({ drug }) => drug === 'IMATINIB').map(({ line }) => doses.filter((dose) => dose.line === line)),
};

export const milestones: Repeated<MonitoredMilestone> = {
  when: 'at 3, 6, 12, 18 and 24 months of the first imatinib, as far as it was given, of CML',
  items: (facts) => (isOtherTumour(facts) ? [] : monitoredMilestones(facts)),
};
