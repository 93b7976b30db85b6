import type { Phase } from '@registry-hub/shared/domain';
import { valueAtRank } from '../quantiles';
import type { RandomSource, Weighted } from '../random-source';
import type { PublishedFailure } from './marginals';

/** How the disease answers imatinib until it fails, or until toxicity ends it, by the milestones of Baccarani, Blood 2006;108:1809. */
export type Response = 'ADEQUATE' | 'NO_COMPLETE_HEMATOLOGIC' | 'NO_CYTOGENETIC' | 'NO_MAJOR_CYTOGENETIC';

export interface FailureCourse {
  readonly failure: PublishedFailure;
  readonly response: Response;
  /** Whether an adverse event ended imatinib. */
  readonly toxic: boolean;
  /** Calendar months from the imatinib start to the failure, if the registry is open long enough for them. */
  readonly likelyMonths: number;
  /** The fewest months after which the evidence can show this failure. */
  readonly leastMonths: number;
  readonly phaseAtFailure: Phase;
}

/** Equally spaced quantiles of the months to failure; the first is also the least that the criterion allows. */
interface FailureModel {
  readonly months: readonly number[];
  readonly responses: readonly Weighted<Response>[];
}

const adequate: FailureModel['responses'] = [['ADEQUATE', 1]];

const noResponse = {
  // less than complete haematologic response at 6 months
  NO_COMPLETE_HEMATOLOGIC: [6, 6, 7, 8, 12],
  // more than 95 % Ph+ metaphases at 6 months
  NO_CYTOGENETIC: [6, 7, 10, 14, 26],
  // more than 35 % Ph+ metaphases at 12 months
  NO_MAJOR_CYTOGENETIC: [12, 13, 17, 23, 40],
} as const;

const models: { readonly [F in PublishedFailure]: FailureModel } = {
  NO_COMPLETE_HEMATOLOGIC_RESPONSE: { months: noResponse.NO_COMPLETE_HEMATOLOGIC, responses: [['NO_COMPLETE_HEMATOLOGIC', 1]] },
  NO_CYTOGENETIC_RESPONSE: { months: noResponse.NO_CYTOGENETIC, responses: [['NO_CYTOGENETIC', 1]] },
  NO_MAJOR_CYTOGENETIC_RESPONSE: { months: noResponse.NO_MAJOR_CYTOGENETIC, responses: [['NO_MAJOR_CYTOGENETIC', 1]] },
  HEMATOLOGIC_RELAPSE: { months: [9, 14, 20, 29, 50], responses: adequate },
  CYTOGENETIC_RELAPSE_OR_PROGRESSION: { months: [9, 16, 23, 32, 54], responses: adequate },
  PROGRESSION_TO_ADVANCED_PHASE: { months: [4, 9, 16, 26, 52], responses: adequate },
  TOXICITY: { months: [2, 4, 8, 16, 40], responses: adequate },
  // its months follow from the response that is lacking
  TOXICITY_WITH_UNSATISFACTORY_RESPONSE: {
    months: [],
    responses: [
      ['NO_COMPLETE_HEMATOLOGIC', 10],
      ['NO_CYTOGENETIC', 45],
      ['NO_MAJOR_CYTOGENETIC', 45],
    ],
  },
};

/** Draws how imatinib fails. All quantiles and weights are plausible values set by the project; none is published. */
export function drawFailureCourse(failure: PublishedFailure, random: RandomSource): FailureCourse {
  const model = models[failure];
  const response = random.weighted(model.responses);
  const months = response === 'ADEQUATE' ? model.months : noResponse[response];
  return {
    failure,
    response,
    toxic: failure === 'TOXICITY' || failure === 'TOXICITY_WITH_UNSATISFACTORY_RESPONSE',
    likelyMonths: Math.floor(valueAtRank(months, random.rank())),
    leastMonths: valueAtRank(months, 0),
    phaseAtFailure: failure === 'PROGRESSION_TO_ADVANCED_PHASE' ? drawAdvancedPhase(random) : 'CHRONIC',
  };
}

/** Accelerated or blast phase. */
export function drawAdvancedPhase(random: RandomSource): Phase {
  return random.chance(60) ? 'ACCELERATED' : 'BLAST';
}
