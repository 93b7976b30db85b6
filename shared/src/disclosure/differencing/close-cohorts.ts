import type { DisclosureSettings } from '../../domain';
import { type CohortIdentity, cohortKey, type DifferencesQuestion, NO_COUNTS, type PooledAnswer, readDifferences } from '../../statistics';
import type { ReleaseRules } from '../release-rules';
import type { CloseCohorts, RememberedCohort } from './cohort-memory';
import { differingPatients, judgeDifference } from './judge-difference';

/** The question how many patients a cohort does not share with each of some remembered ones. */
export function differencesQuestion(others: readonly RememberedCohort[]): DifferencesQuestion {
  return { kind: 'differences', others: others.map(({ filter, countries }) => ({ filter, countries })) };
}

/**
 * The remembered cohorts that one has to be compared with: all others, or, of one that is remembered itself, those before it.
 * When data bring two cohorts close that were far apart, the earlier one is still answered. One of a freeze counts as earlier than
 * any of the registry as it is now: it is not the one that changed.
 */
export function cohortsBefore(cohort: CohortIdentity, remembered: readonly RememberedCohort[]): readonly RememberedCohort[] {
  const key = cohortKey(cohort);
  const own = remembered.find((other) => other.key === key);
  if (!own) return remembered;
  const isLive = own.filter.freeze === undefined;
  return remembered.filter(({ number, filter }) => number < own.number || (isLive && filter.freeze !== undefined));
}

/**
 * Which of the others that count before it the cohort comes too close to.
 *
 * @param asked the cohort as it was answered @param answer whose last figure is the differences from the others
 */
export function closeCohorts(
  asked: CohortIdentity,
  others: readonly RememberedCohort[],
  answer: PooledAnswer,
  { policy, differencing }: ReleaseRules,
): readonly CloseCohorts[] {
  const { differences } = readDifferences(answer.figures.at(-1) ?? NO_COUNTS, differencesQuestion(others));
  const before = new Set(cohortsBefore(asked, others));
  return others.flatMap((earlier, index) => {
    const difference = differences[index];
    if (difference === undefined || !before.has(earlier)) return [];
    const silent = earlier.countries.filter((country) => !answer.settings.has(country));
    const settings = settingsOf([...asked.countries, ...earlier.countries], answer.settings);
    const { threshold } = policy(settings);
    const refuses = differencing?.refuses(settings) === true || earlier.refusing.some((country) => silent.includes(country));
    const patients = differingPatients(difference, { size: earlier.size, complete: silent.length === 0 });
    const decision = judgeDifference(patients, threshold, refuses);
    return decision ? [{ asked, earlier, decision, threshold }] : [];
  });
}

/** The settings of these countries, as far as they answered, each once. */
export function settingsOf(countries: readonly string[], settings: ReadonlyMap<string, DisclosureSettings>): readonly DisclosureSettings[] {
  return [...new Set(countries)].flatMap((country) => settings.get(country) ?? []);
}
