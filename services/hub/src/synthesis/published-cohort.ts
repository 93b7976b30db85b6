import { shuffledPack } from './card-pack';
import { type CaseProfile, cmlCase, countsOf, publishedAges, publishedMarginals, registryCalendar } from './cml';
import type { Cohort } from './cohort';
import { centersFor } from './demography';
import { type CaseMaker, enrolledCohort } from './enrolment';
import { RandomSource } from './random-source';

/** The seed of the cohort that a hub imports on its first start. */
const PUBLISHED_SEED = 4764;

/**
 * 378 made-up cases whose marginals are exactly those published in July 2006 (Blood 2006;108(11), abstract 4764): countries, sex,
 * age at diagnosis, ways of failing, study participation. Only the marginals are real; every person, date and value is
 * invented. The same seed gives the same cohort on every machine.
 *
 * @param seed an integer
 */
export function publishedCohort(seed: number = PUBLISHED_SEED): Cohort {
  const profiles = shuffledPack(
    dealtProfiles(RandomSource.of(seed, 'published')).map((profile) => [profile, 1]),
    RandomSource.of(seed, 'places'),
  );
  return countsOf(publishedMarginals.countries).map(([country, patients]) =>
    enrolledCohort({
      country,
      centers: centersFor(country, patients, registryCalendar.centersOpenFrom),
      makers: Array.from({ length: patients }, (_, index): CaseMaker => {
        const profile = profiles.deal();
        return (enrolment) => cmlCase(enrolment, profile, RandomSource.of(seed, 'published', country, index));
      }),
      seed,
      firstNumber: 1,
    }),
  );
}

/** As many profiles as cases, each variable dealt on its own. */
function dealtProfiles(random: RandomSource): readonly CaseProfile[] {
  const sexes = shuffledPack(countsOf(publishedMarginals.sexes), random);
  const failures = shuffledPack(countsOf(publishedMarginals.failures), random);
  const studies = shuffledPack(countsOf(publishedMarginals.studies), random);
  return publishedAges(random).map((ageAtDiagnosis) => ({
    sex: sexes.deal(),
    ageAtDiagnosis,
    failure: failures.deal(),
    everInStudy: studies.deal() === 'EVER',
  }));
}
