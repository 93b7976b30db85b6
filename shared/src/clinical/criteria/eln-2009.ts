import { allOf } from './criterion';
import { lessThanCompleteCytogeneticResponseOrSurrogate } from './eln-2006';
import type { ElnTable } from './eln-table';
import {
  aberrationsInPhNegativeCells,
  aberrationsInPhPositiveCells,
  bcrAbl1,
  completeHematologicResponse,
  highRiskScore,
  lossOfCompleteCytogeneticResponse,
  lossOfCompleteHematologicResponse,
  lossOfMajorMolecularResponse,
  mutationOfHighInsensitivity,
  mutationOfLowInsensitivity,
  noCompleteHematologicResponse,
  phPositive,
  progressionToAdvancedPhase,
  risingBcrAbl1,
} from './response-evidence';

/**
 * Imatinib, first line. The edition leaves a gap: at 3 months, 66-95 % Ph+ with a complete haematological response is in no
 * class, hence not evaluable. Mutations "poorly sensitive" and "still sensitive" to imatinib are those of high and low
 * insensitivity. That less than a complete haematological response stays a failure after 3 months, and that an advanced
 * phase is one, is a project convention.
 */
export const eln2009: ElnTable = {
  edition: 'ELN_2009',
  title: 'ELN 2009',
  citation: { authors: 'Baccarani et al.', journal: 'J Clin Oncol', year: 2009, locator: '27:6041' },
  baseline: {
    WARNING: [highRiskScore, aberrationsInPhPositiveCells],
  },
  milestones: [
    {
      month: 3,
      FAILURE: [noCompleteHematologicResponse],
      SUBOPTIMAL: [phPositive.above(95)],
      OPTIMAL: [allOf(completeHematologicResponse, phPositive.atMost(65))],
    },
    {
      month: 6,
      FAILURE: [noCompleteHematologicResponse, phPositive.above(95)],
      SUBOPTIMAL: [phPositive.above(35)],
      OPTIMAL: [phPositive.atMost(35)],
    },
    {
      month: 12,
      FAILURE: [noCompleteHematologicResponse, phPositive.above(35)],
      SUBOPTIMAL: [phPositive.above(0)],
      WARNING: [allOf(phPositive.is(0), bcrAbl1.above(0.1))],
      OPTIMAL: [phPositive.is(0)],
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
      aberrationsInPhPositiveCells,
      progressionToAdvancedPhase,
    ],
    SUBOPTIMAL: [lossOfMajorMolecularResponse, mutationOfLowInsensitivity],
    WARNING: [risingBcrAbl1, aberrationsInPhNegativeCells],
  },
};
