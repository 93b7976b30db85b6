import { allOf, anyOf } from './criterion';
import type { ElnTable } from './eln-table';
import {
  aberrationsInPhNegativeCells,
  aberrationsInPhPositiveCells,
  bcrAbl1,
  completeHematologicResponse,
  deletion9q,
  highRiskScore,
  lossOfCompleteCytogeneticResponse,
  lossOfCompleteHematologicResponse,
  lossOfMajorMolecularResponse,
  mutationOfHighInsensitivity,
  mutationOfLowInsensitivity,
  noCompleteHematologicResponse,
  noHematologicResponse,
  phPositive,
  progressionToAdvancedPhase,
  risingBcrAbl1,
} from './response-evidence';

/**
 * Where banding is missing at 18 months or later, BCR::ABL1 of at most 1 % IS stands for a complete cytogenetic response
 * (project convention, after Hochhaus et al., Leukemia 2020;34:966).
 */
export const lessThanCompleteCytogeneticResponseOrSurrogate = anyOf(phPositive.above(0), allOf(phPositive.notDocumented, bcrAbl1.above(1)));

/**
 * Imatinib 400 mg a day, first line, early chronic phase. The edition has no column "optimal": here it is what no criterion
 * of the month speaks against, all of it documented. That less than a complete haematological response stays a failure
 * after 6 months, and that an advanced phase is one, is a project convention.
 */
export const eln2006: ElnTable = {
  edition: 'ELN_2006',
  title: 'ELN 2006',
  citation: { authors: 'Baccarani et al.', journal: 'Blood', year: 2006, locator: '108:1809' },
  baseline: {
    WARNING: [highRiskScore, deletion9q, aberrationsInPhPositiveCells],
  },
  milestones: [
    {
      month: 3,
      FAILURE: [noHematologicResponse],
      SUBOPTIMAL: [noCompleteHematologicResponse],
      OPTIMAL: [completeHematologicResponse],
    },
    {
      month: 6,
      FAILURE: [noCompleteHematologicResponse, phPositive.above(95)],
      SUBOPTIMAL: [phPositive.above(35)],
      OPTIMAL: [allOf(completeHematologicResponse, phPositive.atMost(35))],
    },
    {
      month: 12,
      FAILURE: [noCompleteHematologicResponse, phPositive.above(35)],
      SUBOPTIMAL: [phPositive.above(0)],
      WARNING: [allOf(phPositive.is(0), bcrAbl1.above(0.1))],
      OPTIMAL: [allOf(phPositive.is(0), bcrAbl1.atMost(0.1))],
    },
    {
      month: 18,
      FAILURE: [noCompleteHematologicResponse, lessThanCompleteCytogeneticResponseOrSurrogate],
      SUBOPTIMAL: [bcrAbl1.above(0.1)],
      OPTIMAL: [bcrAbl1.atMost(0.1)],
    },
  ],
  anyTime: {
    FAILURE: [
      lossOfCompleteHematologicResponse,
      lossOfCompleteCytogeneticResponse,
      mutationOfHighInsensitivity,
      progressionToAdvancedPhase,
    ],
    SUBOPTIMAL: [aberrationsInPhPositiveCells, lossOfMajorMolecularResponse, mutationOfLowInsensitivity],
    WARNING: [risingBcrAbl1, aberrationsInPhNegativeCells],
  },
};
