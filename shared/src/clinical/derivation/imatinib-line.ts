import type { Drug, ImatinibLine, TreatmentLine } from '../../domain';

/** Drugs that lower counts while a diagnosis is being made; they do not make a later imatinib second line. */
const cytoreductiveDrugs: ReadonlySet<Drug> = new Set(['HYDROXYCARBAMIDE', 'ANAGRELIDE']);

/** The imatinib that counts: the first imatinib line, by its start. */
export function firstImatinibLine(treatments: readonly TreatmentLine[]): TreatmentLine | undefined {
  return treatments
    .filter(({ drug }) => drug === 'IMATINIB')
    .reduce<TreatmentLine | undefined>((first, line) => (first && first.startedOn <= line.startedOn ? first : line), undefined);
}

/**
 * First line when nothing but hydroxycarbamide or anagrelide was started before the first imatinib; the two groups in which
 * imatinib failure is analysed (Blood 2006;108(11), abstract 4764). Absent while no imatinib is documented.
 */
export function imatinibLineOf(treatments: readonly TreatmentLine[]): ImatinibLine | undefined {
  const imatinib = firstImatinibLine(treatments);
  if (!imatinib) return undefined;
  const earlier = treatments.filter(({ startedOn, drug }) => startedOn < imatinib.startedOn && !cytoreductiveDrugs.has(drug));
  return earlier.length === 0 ? 'FIRST_LINE' : 'NOT_FIRST_LINE';
}
