import { canonicalText } from './canonical-text';
import type { CohortFilter } from './cohort-filter';

/** Whom a filter lets through, wherever they live. */
export type PatientFilter = Omit<CohortFilter, 'countries'>;

/** A cohort as it was counted: whom the filter lets through, of the countries that answered. */
export interface CohortIdentity {
  readonly filter: PatientFilter;
  /** In code order. */
  readonly countries: readonly string[];
}

/**
 * The same for filters that say the same in another order.
 *
 * @param countries those that answered for the cohort
 */
export function cohortIdentity(filter: CohortFilter, countries: readonly string[]): CohortIdentity {
  return { filter: patientFilter(filter), countries: inOrder(countries) };
}

/** A filter without the countries it names, its lists in order. */
function patientFilter({ riskGroup, ...filter }: CohortFilter): PatientFilter {
  const fields = Object.entries(filter).filter(([field]) => field !== 'countries');
  const ordered = fields.map(([field, value]) => [field, Array.isArray(value) ? inOrder(value.map(String)) : value]);
  const same = Object.fromEntries(ordered) as Omit<PatientFilter, 'riskGroup'>;
  return riskGroup ? { ...same, riskGroup: { ...riskGroup, groups: inOrder(riskGroup.groups) } } : same;
}

/** The same text for the same cohort. */
export function cohortKey({ filter, countries }: CohortIdentity): string {
  return canonicalText({ filter, countries });
}

function inOrder<T extends string>(values: readonly T[]): readonly T[] {
  return [...new Set(values)].toSorted((one, other) => (one < other ? -1 : 1));
}
