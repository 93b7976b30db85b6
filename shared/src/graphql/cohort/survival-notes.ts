import type { CohortFilter, FigureQuestion, TimeOrigin, Variable } from '../../statistics';

type TimeQuestion = Extract<FigureQuestion, { readonly kind: 'survival' | 'incidence' }>;

/** Variables whose value a patient has only once imatinib has failed, or at the end. */
const knownAfterFailure: readonly Variable[] = [
  'FAILURE_CATEGORY',
  'FAILURE_SUBCATEGORY',
  'DERIVED_FAILURE_SUBCATEGORY',
  'THERAPEUTIC_DECISION',
  'PHASE_AT_FAILURE',
  'VITAL_STATUS',
  'BEST_RESPONSE',
];

/** What to bear in mind when a curve is read; undefined where there is nothing. */
export function curveNote({ registry }: CohortFilter, question: TimeQuestion, landmarkMonth: number): string | undefined {
  const ofFailure = question.kind === 'survival' ? question.endpoint === 'FAILURE_FREE' : question.event === 'FAILURE';
  const sentences = [
    registry === 'IMATINIB_FAILURE' && ofFailure ? EVERYBODY_FAILED : entryNote(registry, question),
    groupNote(question, landmarkMonth),
    landmarkMonth > 0
      ? `Only patients still under observation at month ${landmarkMonth} are in these figures; they speak of what came after.`
      : '',
  ].filter((sentence) => sentence !== '');
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

/** Everybody in a registry of failures has failed: times to failure describe failures, and are no rates of failure. */
const EVERYBODY_FAILED =
  'Every patient of this registry has failed imatinib: these figures describe when, and are no rate or probability of failure.';

/** Only who lived to be notified of a failure is known: the time until then is time in which nobody could die. */
function entryNote(registry: CohortFilter['registry'], question: TimeQuestion): string {
  if (question.kind === 'survival' && question.delayedEntry) {
    return 'Patients are at risk from the day after their notification (left truncation); early risk sets may be small.';
  }
  if (question.from === 'FAILURE') {
    return 'Left truncation is off: patients count as at risk from the day of failure, though who died before notification could not be notified, which makes survival look longer.';
  }
  if (registry !== 'IMATINIB_FAILURE') return '';
  return 'Left truncation is off: patients count as at risk from the origin, though only who lived to fail and to be notified is in this registry, which makes survival look longer.';
}

function groupNote({ by, from }: { readonly by?: Variable; readonly from: TimeOrigin }, landmarkMonth: number): string {
  if (by === undefined || from === 'FAILURE' || landmarkMonth > 0 || !knownAfterFailure.includes(by)) return '';
  return `${by} becomes known only after the origin: patients had to survive until then to be in its groups. Consider a landmark.`;
}
