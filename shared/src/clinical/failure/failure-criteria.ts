import type { FailureSubcategory } from '../../domain';
import { allOf, type Criterion } from '../criteria/criterion';
import {
  bcrAbl1,
  completeHematologicResponse,
  hematologicResponse,
  noCompleteHematologicResponse,
  noHematologicResponse,
  phPositive,
  type ResponseFindings,
} from '../criteria/response-evidence';
import type { ImatinibInsensitivity } from '../mutations';
import type { FailureEdition, FailureProtocol } from './failure-protocol';

/** Short codes of the subcategories; within A and within B in order of precedence by {@link failurePrecedence}. */
export const failureCodes = {
  A1: 'NO_COMPLETE_HEMATOLOGIC_RESPONSE',
  A2: 'NO_CYTOGENETIC_RESPONSE',
  A3: 'NO_MAJOR_CYTOGENETIC_RESPONSE',
  A4: 'NO_COMPLETE_CYTOGENETIC_RESPONSE',
  A5: 'NO_MOLECULAR_RESPONSE',
  A6: 'RESISTANCE_MUTATION_OR_CLONAL_EVOLUTION',
  B1: 'HEMATOLOGIC_RELAPSE',
  B2: 'CYTOGENETIC_RELAPSE_OR_PROGRESSION',
  B3: 'PROGRESSION_TO_ADVANCED_PHASE',
  B4: 'LOSS_OF_MAJOR_MOLECULAR_RESPONSE',
  C: 'TOXICITY',
  D: 'TOXICITY_WITH_UNSATISFACTORY_RESPONSE',
} as const satisfies Record<string, FailureSubcategory>;
export type FailureCode = keyof typeof failureCodes;

/** Which criterion names a case that meets several, first to last (project convention); C and D stand between B and A. */
export const failurePrecedence = {
  lossOfResponse: ['B3', 'B1', 'B2', 'B4'],
  unsatisfactoryResponse: ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'],
} as const satisfies Record<string, readonly FailureCode[]>;

/** A response that is missing from a month on. */
export interface UnsatisfactoryRow {
  readonly code: 'A1' | 'A2' | 'A3' | 'A4' | 'A5';
  /** Calendar months since the start of imatinib. */
  readonly fromMonth: number;
  readonly isMissing: Criterion<ResponseFindings>;
  /** The response that was missing: once reached, also late, the row does not speak of the failure. */
  readonly response: Criterion<ResponseFindings>;
}

/** What one edition, or one class of it, counts as an unsatisfactory or lost response. */
interface EditionRows {
  readonly unsatisfactory: readonly UnsatisfactoryRow[];
  readonly mutations: readonly ImatinibInsensitivity[];
  readonly lossOfMajorMolecularResponse: boolean;
}

const noHematologic = (fromMonth: number): UnsatisfactoryRow => ({
  code: 'A1',
  fromMonth,
  isMissing: noHematologicResponse,
  response: hematologicResponse,
});
const lessThanCompleteHematologic = (fromMonth: number): UnsatisfactoryRow => ({
  code: 'A1',
  fromMonth,
  isMissing: noCompleteHematologicResponse,
  response: completeHematologicResponse,
});
const noCytogenetic = (fromMonth: number): UnsatisfactoryRow => ({
  code: 'A2',
  fromMonth,
  isMissing: phPositive.above(95),
  response: phPositive.atMost(95),
});
const noMajorCytogenetic = (fromMonth: number): UnsatisfactoryRow => ({
  code: 'A3',
  fromMonth,
  isMissing: allOf(phPositive.above(35), phPositive.atMost(95)),
  response: phPositive.atMost(35),
});
const noCompleteCytogenetic = (fromMonth: number): UnsatisfactoryRow => ({
  code: 'A4',
  fromMonth,
  isMissing: allOf(phPositive.above(0), phPositive.atMost(35)),
  response: phPositive.is(0),
});
const molecularWithoutBanding = (abovePct: number, fromMonth: number): UnsatisfactoryRow => ({
  code: 'A5',
  fromMonth,
  isMissing: allOf(bcrAbl1.above(abovePct), phPositive.notDocumented),
  response: bcrAbl1.atMost(abovePct),
});
const noMajorMolecular = (fromMonth: number): UnsatisfactoryRow => ({
  code: 'A5',
  fromMonth,
  isMissing: bcrAbl1.above(0.1),
  response: bcrAbl1.atMost(0.1),
});

const nothing: EditionRows = { unsatisfactory: [], mutations: [], lossOfMajorMolecularResponse: false };

/**
 * From which month each missing response is a failure, or suboptimal, by edition: 2006 (Baccarani et al., Blood
 * 2006;108:1809), 2009 (Baccarani et al., J Clin Oncol 2009;27:6041), 2013 (Baccarani et al., Blood 2013;122:872). Molecular
 * failure without banding and confirmed loss of major molecular response came with 2013.
 */
const editionRows: Readonly<Record<FailureEdition, { readonly failure: EditionRows; readonly suboptimal: EditionRows }>> = {
  ELN_2006: {
    failure: {
      unsatisfactory: [
        noHematologic(3),
        lessThanCompleteHematologic(6),
        noCytogenetic(6),
        noMajorCytogenetic(12),
        noCompleteCytogenetic(18),
      ],
      mutations: ['HIGH'],
      lossOfMajorMolecularResponse: false,
    },
    suboptimal: {
      unsatisfactory: [lessThanCompleteHematologic(3), noMajorCytogenetic(6), noCompleteCytogenetic(12), noMajorMolecular(18)],
      mutations: ['LOW'],
      lossOfMajorMolecularResponse: true,
    },
  },
  ELN_2009: {
    failure: {
      unsatisfactory: [lessThanCompleteHematologic(3), noCytogenetic(6), noMajorCytogenetic(12), noCompleteCytogenetic(18)],
      mutations: ['HIGH'],
      lossOfMajorMolecularResponse: false,
    },
    suboptimal: {
      unsatisfactory: [noCytogenetic(3), noMajorCytogenetic(6), noCompleteCytogenetic(12), noMajorMolecular(18)],
      mutations: ['LOW'],
      lossOfMajorMolecularResponse: true,
    },
  },
  ELN_2013: {
    failure: {
      unsatisfactory: [
        lessThanCompleteHematologic(3),
        noCytogenetic(3),
        noMajorCytogenetic(6),
        noCompleteCytogenetic(12),
        molecularWithoutBanding(10, 6),
        molecularWithoutBanding(1, 12),
      ],
      mutations: ['HIGH', 'LOW'],
      lossOfMajorMolecularResponse: true,
    },
    suboptimal: nothing,
  },
};

/** What a protocol counts: the failures of its edition and, where it says so, the suboptimal responses. */
export function protocolRows({ edition, includeSuboptimal }: FailureProtocol): EditionRows {
  const { failure, suboptimal } = editionRows[edition];
  if (!includeSuboptimal) return failure;
  return {
    unsatisfactory: [...failure.unsatisfactory, ...suboptimal.unsatisfactory],
    mutations: [...failure.mutations, ...suboptimal.mutations],
    lossOfMajorMolecularResponse: failure.lossOfMajorMolecularResponse || suboptimal.lossOfMajorMolecularResponse,
  };
}
