import type { Cohort } from './cohort';
import { observatoryCase } from './observatory';
import { RandomSource } from './random-source';
import { type SyntheticCohortOptions, spreadCohort } from './synthetic-cohort';

/** Above the patient numbers of the other made-up cohorts. */
const FIRST_NUMBER = 500_001;

/**
 * Made-up patients on tyrosine kinase inhibitors in any number, some of whom stop them in remission, lose it and start again. They are spread
 * over the countries as those of {@link syntheticCohort} are, under codes of their own, so that a registry can hold both.
 */
export function observatoryCohort(options: SyntheticCohortOptions): Cohort {
  return spreadCohort(options, {
    firstNumber: FIRST_NUMBER,
    makerOf: (country, index) => (enrolment) => observatoryCase(enrolment, RandomSource.of(options.seed, 'observatory', country, index)),
  });
}
