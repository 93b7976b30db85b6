import { allOf } from './criterion';
import { eln2013FirstLine } from './eln-2013-first-line';
import type { ElnTable } from './eln-table';
import {
  aberrationsInPhNegativeCells,
  aberrationsInPhPositiveCells,
  bcrAbl1,
  confirmedLossOfMajorMolecularResponse,
  highRiskScore,
  lossOfCompleteCytogeneticResponse,
  lossOfCompleteHematologicResponse,
  lossOfPartialCytogeneticResponse,
  newMutation,
  noCompleteHematologicResponse,
  phPositive,
  poorResponseToFirstLine,
  progressionToAdvancedPhase,
} from './response-evidence';

/**
 * A second-generation inhibitor, second line, after failure of imatinib; months count from its start. Not for third line.
 * The limits of failure at 12 months stay afterwards, and no complete haematological response stays a failure after
 * 3 months (project convention).
 */
export const eln2013SecondLine: ElnTable = {
  edition: 'ELN_2013',
  title: 'ELN 2013, second line after failure of imatinib',
  citation: eln2013FirstLine.citation,
  baseline: {
    WARNING: [poorResponseToFirstLine, highRiskScore],
  },
  milestones: [
    {
      month: 3,
      FAILURE: [noCompleteHematologicResponse, phPositive.above(95)],
      WARNING: [bcrAbl1.above(10), phPositive.atLeast(65)],
      OPTIMAL: [bcrAbl1.atMost(10), phPositive.below(65)],
    },
    {
      month: 6,
      FAILURE: [noCompleteHematologicResponse, bcrAbl1.above(10), phPositive.above(65)],
      WARNING: [phPositive.atLeast(35)],
      OPTIMAL: [bcrAbl1.atMost(10), phPositive.below(35)],
    },
    {
      month: 12,
      FAILURE: [noCompleteHematologicResponse, bcrAbl1.above(10), phPositive.above(35)],
      WARNING: [bcrAbl1.atLeast(1), phPositive.above(0)],
      OPTIMAL: [bcrAbl1.below(1), phPositive.is(0)],
    },
    {
      month: 18,
      FAILURE: [noCompleteHematologicResponse, bcrAbl1.above(10), phPositive.above(35)],
      WARNING: [allOf(bcrAbl1.above(0.1), bcrAbl1.atMost(10))],
      OPTIMAL: [bcrAbl1.atMost(0.1)],
    },
  ],
  anyTime: {
    FAILURE: [
      lossOfCompleteHematologicResponse,
      lossOfCompleteCytogeneticResponse,
      lossOfPartialCytogeneticResponse,
      confirmedLossOfMajorMolecularResponse,
      newMutation,
      aberrationsInPhPositiveCells,
      progressionToAdvancedPhase,
    ],
    WARNING: [aberrationsInPhNegativeCells],
  },
};
