import { type DeclaredCatalogue, NOTHING_DECLARED } from '@registry-hub/shared/statistics';
import { CohortCounter } from './cohort-counter';
import { CohortMembers } from './cohort-members';
import { type FreezeSource, FrozenColumns } from './frozen-columns';
import { type KeptAnswerStore, KeptAnswers } from './kept-answers';
import { type DerivedCaseSource, LiveColumns } from './live-columns';
import { RegistryColumns } from './registry-columns';

export interface CohortCounterOptions {
  readonly country: string;
  readonly cases: DerivedCaseSource;
  /** What extensions declare beside the derived cases. */
  readonly catalogue?: DeclaredCatalogue;
  readonly freezes: FreezeSource;
  readonly answers: KeptAnswerStore;
}

/** What counts questions in this process, on the registry's database. */
export function createCohortCounter({
  country,
  cases,
  catalogue = NOTHING_DECLARED,
  freezes,
  answers,
}: CohortCounterOptions): CohortCounter {
  const columns = new RegistryColumns(new LiveColumns(cases, catalogue), new FrozenColumns(freezes));
  return new CohortCounter({ country, columns, members: new CohortMembers(country, columns), kept: new KeptAnswers(answers) });
}
