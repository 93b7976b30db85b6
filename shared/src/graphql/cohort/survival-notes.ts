import {
  type CohortFilter,
  type Endpoint,
  endpointDates,
  type FigureQuestion,
  type RegistryDeclaration,
  registryNamed,
  type TimeOrigin,
  type Variable,
} from '../../statistics';

type TimeQuestion = Extract<FigureQuestion, { readonly kind: 'survival' | 'incidence' }>;

/** Variables whose value a patient has only later, and the origins at which it is known; at none of an empty list. */
const knownAt: Readonly<Partial<Record<Variable, readonly TimeOrigin[]>>> = {
  FAILURE_CATEGORY: ['FAILURE'],
  FAILURE_SUBCATEGORY: ['FAILURE'],
  DERIVED_FAILURE_SUBCATEGORY: ['FAILURE'],
  THERAPEUTIC_DECISION: ['FAILURE'],
  PHASE_AT_FAILURE: ['FAILURE'],
  VITAL_STATUS: ['FAILURE'],
  BEST_RESPONSE: ['FAILURE'],
  TKI_LINES: [],
  DEEPEST_MOLECULAR_RESPONSE: [],
  TKI_DISCONTINUATION_REASON: ['TKI_DISCONTINUATION'],
  TREATMENT_FREE_REMISSION_ATTEMPTED: ['TREATMENT_FREE_REMISSION_START'],
  TREATMENT_FREE_REMISSION_CRITERIA: ['TREATMENT_FREE_REMISSION_START'],
};

/** What to bear in mind when a curve is read; undefined where there is nothing. */
export function curveNote({ registry }: CohortFilter, question: TimeQuestion, landmarkMonth: number): string | undefined {
  return curveNoteOf(registryNamed(registry), question, landmarkMonth);
}

/** The same of a sub-registry by its declaration. */
export function curveNoteOf(registry: RegistryDeclaration, question: TimeQuestion, landmarkMonth: number): string | undefined {
  const endpoint: Endpoint = question.kind === 'survival' ? question.endpoint : `INCIDENCE_OF_${question.event}`;
  const { reachedByAll } = registry;
  const sentences = [
    reachedByAll?.endpoints.includes(endpoint) ? reachedByAll.note : entryNote(registry, question),
    endpointDates(endpoint, question.from)?.followedUntil ? MONITORED : '',
    groupNote(question, landmarkMonth),
    landmarkMonth > 0
      ? `Only patients still under observation at month ${landmarkMonth} are in these figures; they speak of what came after.`
      : '',
  ].filter((sentence) => sentence !== '');
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

const MONITORED =
  'Patients are followed until their last BCR::ABL1 on the International Scale; those without one since the stop are not in these figures.';

/** Only who lived to be notified of a failure is known: the time until then is time in which nobody could die. */
function entryNote({ delayedEntry }: RegistryDeclaration, question: TimeQuestion): string {
  if (question.kind === 'survival' && question.delayedEntry) {
    return 'Patients are at risk from the day after their notification (left truncation); early risk sets may be small.';
  }
  if (question.from === 'FAILURE') {
    return 'Left truncation is off: patients count as at risk from the day of failure, though who died before notification could not be notified, which makes survival look longer.';
  }
  return delayedEntry?.whenIgnored ?? '';
}

function groupNote({ by, from }: { readonly by?: Variable; readonly from: TimeOrigin }, landmarkMonth: number): string {
  const origins = by && knownAt[by];
  if (origins === undefined || origins.includes(from) || landmarkMonth > 0) return '';
  return `${by} becomes known only after the origin: patients had to survive until then to be in its groups. Consider a landmark.`;
}
