import type { MissingCountry } from '@registry-hub/shared/statistics';
import type { ToldFreezes } from './country-freezes';
import type { EuropeanFreeze } from './freeze-types';

/** What countries have frozen, by label, in the order in which the first of them was. */
export function europeanFreezes(told: readonly ToldFreezes[]): readonly EuropeanFreeze[] {
  const firstTaken = new Map<string, number>();
  for (const { label, takenAt } of told.flatMap((one) => (one.kind === 'told' ? one.freezes : []))) {
    firstTaken.set(label, Math.min(takenAt.getTime(), firstTaken.get(label) ?? Number.POSITIVE_INFINITY));
  }
  const labels = [...firstTaken].toSorted(([one, at], [other, later]) => at - later || (one < other ? -1 : 1)).map(([label]) => label);
  return labels.map((label) => europeanFreeze(label, told));
}

/** What countries have frozen under one label. */
export function europeanFreeze(label: string, told: readonly ToldFreezes[]): EuropeanFreeze {
  const countries: EuropeanFreeze['countries'][number][] = [];
  const missing: MissingCountry[] = [];
  for (const one of told) {
    if (one.kind === 'missing') {
      missing.push(one.missing);
      continue;
    }
    const freeze = one.freezes.find((taken) => taken.label === label);
    if (freeze) countries.push({ ...freeze, code: one.code });
    else missing.push({ code: one.code, reason: 'NOT_FROZEN', message: 'The registry has no freeze with this label.' });
  }
  return { label, countries, missing };
}
