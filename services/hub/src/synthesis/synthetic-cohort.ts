import { foundingCountries } from '@registry-hub/shared/domain';
import { apportion } from './apportion';
import { cmlCase, countsOf, drawProfile, publishedMarginals, registryCalendar } from './cml';
import type { Cohort } from './cohort';
import { centersFor } from './demography';
import { type CaseMaker, enrolledCohort } from './enrolment';
import { RandomSource } from './random-source';

export interface SyntheticCohortOptions {
  /** Patients over all countries together, 0 or more. */
  readonly patients: number;
  /** An integer; the same one gives the same cohort on every machine. */
  readonly seed: number;
  /** ISO 3166-1 alpha-2 codes; the nine founding countries unless told otherwise. */
  readonly countries?: readonly string[];
}

/** Above the patient numbers of the published cohort. */
const FIRST_NUMBER = 10_001;

/**
 * Made-up cases of imatinib failure in any number. They are spread over the countries like the published ones (a country
 * that is not among those weighs as much as their median country), and each is made when its turn comes.
 * Their centres are those of the published cohort and more, their patient codes are others, so a registry can hold both; two
 * synthetic cohorts share codes.
 */
export function syntheticCohort(options: SyntheticCohortOptions): Cohort {
  return spreadCohort(options, {
    firstNumber: FIRST_NUMBER,
    makerOf: (country, index) => (enrolment) => {
      const random = RandomSource.of(options.seed, 'synthetic', country, index);
      return cmlCase(enrolment, drawProfile(random), random);
    },
  });
}

/** What the patients of a made-up cohort have in common. */
export interface CohortKind {
  readonly firstNumber: number;
  /** @param index of the patient within the country, from 0 */
  readonly makerOf: (country: string, index: number) => CaseMaker;
}

/** Patients of one kind, spread over countries as the published ones are; each is made when its turn comes. */
export function spreadCohort(
  { patients, seed, countries = foundingCountries.map(({ code }) => code) }: SyntheticCohortOptions,
  { firstNumber, makerOf }: CohortKind,
): Cohort {
  const shares = apportion(patients, countries.map(weightOf));
  return countries.map((country, index) => {
    const share = shares[index] ?? 0;
    return enrolledCohort({
      country,
      centers: centersFor(country, share, registryCalendar.centersOpenFrom),
      makers: { [Symbol.iterator]: () => makersOf(share, (patient) => makerOf(country, patient)) },
      seed,
      firstNumber,
    });
  });
}

const publishedCounts = new Map<string, number>(countsOf(publishedMarginals.countries));
const MEDIAN_COUNTRY = 13;

function weightOf(country: string): number {
  return publishedCounts.get(country) ?? MEDIAN_COUNTRY;
}

function* makersOf(patients: number, makerOf: (patient: number) => CaseMaker): Generator<CaseMaker> {
  for (let patient = 0; patient < patients; patient += 1) yield makerOf(patient);
}
