import type { CaseFacts, Center } from '@registry-hub/shared/domain';

/** Everything a bundle says about one patient. */
export type CaseRecords = Omit<CaseFacts, 'recordStatus' | 'ehdsOptOut'>;

/** One country's part of a made-up cohort. */
export interface CountryCohort {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly centers: readonly Center[];
  /** Made one at a time, anew on each iteration: a cohort of any size needs the memory of one case. */
  readonly cases: Iterable<CaseRecords>;
}

/** A made-up cohort of any disease, country by country. */
export type Cohort = readonly CountryCohort[];
