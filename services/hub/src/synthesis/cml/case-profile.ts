import type { RandomSource } from '../random-source';
import { drawAge } from './age-distribution';
import { countsOf, type PublishedFailure, publishedMarginals } from './marginals';

/** What is given about a case before its course is drawn: the variables whose marginals are published. */
export interface CaseProfile {
  readonly sex: 'F' | 'M';
  /** Completed years, 12 or more: whoever is younger would not be adult in time for the registry. */
  readonly ageAtDiagnosis: number;
  readonly failure: PublishedFailure;
  /** Whether some line of treatment is given in a prospective study. */
  readonly everInStudy: boolean;
}

/** A profile drawn with the published frequencies, each variable on its own; adults only. */
export function drawProfile(random: RandomSource): CaseProfile {
  return {
    sex: random.weighted(countsOf(publishedMarginals.sexes)),
    ageAtDiagnosis: drawAge(random),
    failure: random.weighted(countsOf(publishedMarginals.failures)),
    everInStudy: random.weighted(countsOf(publishedMarginals.studies)) === 'EVER',
  };
}
