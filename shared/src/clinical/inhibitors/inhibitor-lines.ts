import { compareDates, type Drug, type TreatmentLine } from '../../domain';
import { drugCatalogue } from '../mutations/drug-catalogue';

const inhibitors: ReadonlySet<Drug> = new Set(
  drugCatalogue.filter(({ drugClass }) => drugClass === 'TYROSINE_KINASE_INHIBITOR').map(({ drug }) => drug),
);

/** The lines of tyrosine kinase inhibitors, in the order of their starts. */
export function inhibitorLines(treatments: readonly TreatmentLine[]): readonly TreatmentLine[] {
  return treatments.filter(({ drug }) => inhibitors.has(drug)).toSorted((one, other) => compareDates(one.startedOn, other.startedOn));
}
