import { allOf } from './criterion';
import type { ElnTable } from './eln-table';
import {
  bcrAbl1,
  bcrAbl1AboveTenConfirmed,
  highRiskAberrations,
  highRiskScore,
  lossOfMajorMolecularResponse,
  mutationOfHighInsensitivity,
  progressionToAdvancedPhase,
  treatmentFreeRemission,
} from './response-evidence';

/**
 * Any inhibitor, any line; molecular evidence only, so banding decides nothing here. Of the "resistance mutations" those of
 * high insensitivity to imatinib count (project convention). In treatment-free remission more than 0.1 % is the failure of
 * the remission: the drug is started again.
 */
export const eln2020: ElnTable = {
  edition: 'ELN_2020',
  title: 'ELN 2020',
  citation: { authors: 'Hochhaus et al.', journal: 'Leukemia', year: 2020, locator: '34:966' },
  baseline: {
    WARNING: [highRiskAberrations, highRiskScore],
  },
  milestones: [
    {
      month: 3,
      FAILURE: [allOf(bcrAbl1.above(10), bcrAbl1AboveTenConfirmed)],
      WARNING: [bcrAbl1.above(10)],
      OPTIMAL: [bcrAbl1.atMost(10)],
    },
    {
      month: 6,
      FAILURE: [bcrAbl1.above(10)],
      WARNING: [bcrAbl1.above(1)],
      OPTIMAL: [bcrAbl1.atMost(1)],
    },
    {
      month: 12,
      FAILURE: [bcrAbl1.above(1)],
      WARNING: [bcrAbl1.above(0.1)],
      OPTIMAL: [bcrAbl1.atMost(0.1)],
    },
  ],
  anyTime: {
    FAILURE: [
      mutationOfHighInsensitivity,
      highRiskAberrations,
      progressionToAdvancedPhase,
      allOf(treatmentFreeRemission, bcrAbl1.above(0.1)),
    ],
    WARNING: [lossOfMajorMolecularResponse],
  },
};
