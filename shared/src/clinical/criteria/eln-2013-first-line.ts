import { allOf } from './criterion';
import type { ElnTable } from './eln-table';
import {
  aberrationsInPhPositiveCells,
  anyMutation,
  bcrAbl1,
  confirmedLossOfMajorMolecularResponse,
  highRiskScore,
  lossOfCompleteCytogeneticResponse,
  lossOfCompleteHematologicResponse,
  monosomy7InPhNegativeCells,
  noCompleteHematologicResponse,
  phPositive,
  progressionToAdvancedPhase,
} from './response-evidence';

/**
 * Any tyrosine kinase inhibitor, first line; also after a first one that was left for intolerance only. The edition says
 * "and/or": one line of evidence suffices, the worse one counts. After 12 months it prints the optimum only; the limits of
 * 12 months then stay (project convention), as does the failure without complete haematological response.
 */
export const eln2013FirstLine: ElnTable = {
  edition: 'ELN_2013',
  title: 'ELN 2013, first line',
  citation: { authors: 'Baccarani et al.', journal: 'Blood', year: 2013, locator: '122:872' },
  baseline: {
    WARNING: [highRiskScore, aberrationsInPhPositiveCells],
  },
  milestones: [
    {
      month: 3,
      FAILURE: [noCompleteHematologicResponse, phPositive.above(95)],
      WARNING: [bcrAbl1.above(10), phPositive.above(35)],
      OPTIMAL: [bcrAbl1.atMost(10), phPositive.atMost(35)],
    },
    {
      month: 6,
      FAILURE: [noCompleteHematologicResponse, bcrAbl1.above(10), phPositive.above(35)],
      WARNING: [bcrAbl1.atLeast(1), phPositive.above(0)],
      OPTIMAL: [bcrAbl1.below(1), phPositive.is(0)],
    },
    {
      month: 12,
      FAILURE: [noCompleteHematologicResponse, bcrAbl1.above(1), phPositive.above(0)],
      WARNING: [allOf(bcrAbl1.above(0.1), bcrAbl1.atMost(1))],
      OPTIMAL: [bcrAbl1.atMost(0.1)],
    },
  ],
  anyTime: {
    FAILURE: [
      lossOfCompleteHematologicResponse,
      lossOfCompleteCytogeneticResponse,
      confirmedLossOfMajorMolecularResponse,
      anyMutation,
      aberrationsInPhPositiveCells,
      progressionToAdvancedPhase,
    ],
    WARNING: [monosomy7InPhNegativeCells],
  },
};
