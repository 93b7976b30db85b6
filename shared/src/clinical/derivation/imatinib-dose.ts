import type { CalendarDate, CaseFacts, Dose } from '../../domain';

/** The documented doses of all imatinib lines. */
export function imatinibDoses({ treatments, doses }: CaseFacts): readonly Dose[] {
  const imatinibLines = new Set(treatments.filter(({ drug }) => drug === 'IMATINIB').map(({ line }) => line));
  return doses.filter(({ line }) => imatinibLines.has(line));
}

/**
 * Imatinib in mg a day on a date: the last documented dose from that date or earlier, whichever imatinib line it belongs
 * to. Absent when none is documented by then.
 */
export function imatinibDoseOn(facts: CaseFacts, on: CalendarDate): number | undefined {
  return imatinibDoses(facts)
    .filter(({ fromOn }) => fromOn <= on)
    .reduce<Dose | undefined>((last, dose) => (last && last.fromOn > dose.fromOn ? last : dose), undefined)?.mgPerDay;
}
