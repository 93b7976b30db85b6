import { foundingCountries } from '@registry-hub/shared/domain';
import { apportion } from './apportion';
import { shuffledPack } from './card-pack';
import { registryCalendar } from './cml';
import type { Cohort } from './cohort';
import { centersFor } from './demography';
import { type CaseMaker, enrolledCohort } from './enrolment';
import { RandomSource } from './random-source';
import { studyCase, studyProfiles } from './tumors';

/** Between the patient numbers of the published cohort and those of synthetic ones. */
const FIRST_NUMBER = 5001;
const DEFAULT_SEED = 2225;

/**
 * 186 made-up patients with imatinib-sensitive malignancies other than CML, with the margins of the phase II study of 2008
 * (Heinrich et al., Clin Cancer Res 2008;14:2717), spread evenly over the nine founding countries, where nobody was. The same
 * seed gives the same cohort on every machine; a registry can hold it beside the others.
 *
 * @param seed an integer
 */
export function imatinibStudyCohort(seed: number = DEFAULT_SEED): Cohort {
  const profiles = studyProfiles(RandomSource.of(seed, 'study'));
  const pack = shuffledPack(
    profiles.map((profile) => [profile, 1]),
    RandomSource.of(seed, 'study places'),
  );
  const countries = foundingCountries.map(({ code }) => code);
  const shares = apportion(
    profiles.length,
    countries.map(() => 1),
  );
  return countries.map((country, place) => {
    const patients = shares[place] ?? 0;
    return enrolledCohort({
      country,
      centers: centersFor(country, patients, registryCalendar.centersOpenFrom),
      makers: Array.from({ length: patients }, (_, index): CaseMaker => {
        const profile = pack.deal();
        return (enrolment) => studyCase(enrolment, profile, RandomSource.of(seed, 'study', country, index));
      }),
      seed,
      firstNumber: FIRST_NUMBER,
    });
  });
}
