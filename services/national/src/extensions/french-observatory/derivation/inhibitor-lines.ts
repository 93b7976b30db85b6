import { drugCatalogue } from '@registry-hub/shared/clinical';
import type { CaseFacts, Drug, TreatmentLine } from '@registry-hub/shared/domain';

const inhibitors: ReadonlySet<Drug> = new Set(
  drugCatalogue.filter(({ drugClass }) => drugClass === 'TYROSINE_KINASE_INHIBITOR').map(({ drug }) => drug),
);

/** Treatment lines with a tyrosine kinase inhibitor, by their starts. */
export function inhibitorLines({ treatments }: CaseFacts): readonly TreatmentLine[] {
  return treatments.filter(({ drug }) => inhibitors.has(drug)).toSorted((one, other) => (one.startedOn < other.startedOn ? -1 : 1));
}
