import {
  type CohortFilter,
  type CohortIdentity,
  canonicalText,
  caseSet,
  emptyRowSet,
  type FigureScope,
  type RowSet,
  selectRowSet,
} from '@registry-hub/shared/statistics';
import { LRUCache } from 'lru-cache';
import type { FreezesOfState } from '../storage';
import type { RegistryColumns } from './registry-columns';

/** Of cohorts that are kept, a bit a case: of 100,000 cases they take 6 MB together. */
const MOST_SETS = 500;

/** Who is in a cohort, by case: so that cohorts of the registry and of its freezes can be compared. */
export class CohortMembers {
  private readonly sets = new LRUCache<string, RowSet>({ max: MOST_SETS });

  constructor(
    private readonly country: string,
    private readonly columns: RegistryColumns,
  ) {}

  /**
   * This country's cases of some cohorts at one moment, in their order.
   *
   * @param cohorts with the countries that answered for each: this one has cases in no others
   * @returns undefined when the registry has changed since that moment
   */
  async of(cohorts: readonly CohortIdentity[], scope: FigureScope, now: FreezesOfState): Promise<readonly RowSet[] | undefined> {
    const found: RowSet[] = [];
    for (const { filter, countries } of cohorts) {
      const isThere = countries.includes(this.country) && (filter.freeze === undefined || now.freezes.has(filter.freeze));
      const set = isThere ? await this.cases(filter, scope, now) : emptyRowSet(0);
      if (!set) return undefined;
      found.push(set);
    }
    return found;
  }

  private async cases(filter: CohortFilter, scope: FigureScope, now: FreezesOfState): Promise<RowSet | undefined> {
    const { freeze } = filter;
    const key = canonicalText([filter, scope, freeze === undefined ? now.state.name : now.freezes.get(freeze)]);
    const known = this.sets.get(key);
    if (known) return known;
    const source = await this.columns.at(freeze, now);
    if (!source) return undefined;
    const { columns, analyses } = source.kind === 'live' ? source.current : source.frozen;
    const set = caseSet(
      selectRowSet(columns, this.country, filter, scope, (restriction, select) => analyses.rows(columns, restriction, select)),
      columns,
    );
    this.sets.set(key, set);
    return set;
  }
}
