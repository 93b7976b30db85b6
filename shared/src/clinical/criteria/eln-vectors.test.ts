import { type ElnResponse, eln2006, eln2009, eln2013FirstLine, eln2020, evaluateEln, type ResponseFindings } from '.';

type Vector = readonly [
  id: string,
  month: number,
  hematologicResponse: boolean | undefined,
  completeHematologicResponse: boolean | undefined,
  phPositivePct: number | undefined,
  isPct: number | undefined,
  others: ResponseFindings,
  in2006: ElnResponse,
  in2009: ElnResponse,
  in2013: ElnResponse,
  in2020: ElnResponse,
];

/** Not documented. */
const na = undefined;

/**
 * One line of evidence at a time, on both sides of every limit. ELN 2020 takes no banding. V05, V07: the gap of 2009. V16,
 * V17: exactly 1 % at 6 months. V31: complete cytogenetic response without PCR at 18 months. V35: a mutation of low
 * insensitivity. V38, V39: loss of major molecular response, unconfirmed and confirmed. V42: a rise counts until 2009 only.
 */
// biome-ignore format: a table, a line a row
const vectors: readonly Vector[] = [
  ['V01', 3, false, false, na, na, {}, 'FAILURE', 'FAILURE', 'FAILURE', 'NOT_EVALUABLE'],
  ['V02', 3, true, false, na, na, {}, 'SUBOPTIMAL', 'FAILURE', 'FAILURE', 'NOT_EVALUABLE'],
  ['V03', 3, true, true, 100, 60, {}, 'OPTIMAL', 'SUBOPTIMAL', 'FAILURE', 'WARNING'],
  ['V04', 3, true, true, 96, na, {}, 'OPTIMAL', 'SUBOPTIMAL', 'FAILURE', 'NOT_EVALUABLE'],
  ['V05', 3, true, true, 95, na, {}, 'OPTIMAL', 'NOT_EVALUABLE', 'WARNING', 'NOT_EVALUABLE'],
  ['V06', 3, true, true, 65, na, {}, 'OPTIMAL', 'OPTIMAL', 'WARNING', 'NOT_EVALUABLE'],
  ['V07', 3, true, true, 66, na, {}, 'OPTIMAL', 'NOT_EVALUABLE', 'WARNING', 'NOT_EVALUABLE'],
  ['V08', 3, true, true, 35, 10, {}, 'OPTIMAL', 'OPTIMAL', 'OPTIMAL', 'OPTIMAL'],
  ['V09', 3, true, true, 36, 10.1, {}, 'OPTIMAL', 'OPTIMAL', 'WARNING', 'WARNING'],
  ['V10', 3, true, true, na, 12, { isAboveTenConfirmed: true }, 'OPTIMAL', 'NOT_EVALUABLE', 'WARNING', 'FAILURE'],
  ['V11', 6, true, false, 40, na, {}, 'FAILURE', 'FAILURE', 'FAILURE', 'NOT_EVALUABLE'],
  ['V12', 6, true, true, 96, na, {}, 'FAILURE', 'FAILURE', 'FAILURE', 'NOT_EVALUABLE'],
  ['V13', 6, true, true, 95, na, {}, 'SUBOPTIMAL', 'SUBOPTIMAL', 'FAILURE', 'NOT_EVALUABLE'],
  ['V14', 6, true, true, 36, na, {}, 'SUBOPTIMAL', 'SUBOPTIMAL', 'FAILURE', 'NOT_EVALUABLE'],
  ['V15', 6, true, true, 35, na, {}, 'OPTIMAL', 'OPTIMAL', 'WARNING', 'NOT_EVALUABLE'],
  ['V16', 6, true, true, 0, 1, {}, 'OPTIMAL', 'OPTIMAL', 'WARNING', 'OPTIMAL'],
  ['V17', 6, true, true, 0, 0.99, {}, 'OPTIMAL', 'OPTIMAL', 'OPTIMAL', 'OPTIMAL'],
  ['V18', 6, na, true, na, 10, {}, 'NOT_EVALUABLE', 'NOT_EVALUABLE', 'WARNING', 'WARNING'],
  ['V19', 6, na, true, na, 10.01, {}, 'NOT_EVALUABLE', 'NOT_EVALUABLE', 'FAILURE', 'FAILURE'],
  ['V20', 12, na, true, 36, na, {}, 'FAILURE', 'FAILURE', 'FAILURE', 'NOT_EVALUABLE'],
  ['V21', 12, na, true, 35, na, {}, 'SUBOPTIMAL', 'SUBOPTIMAL', 'FAILURE', 'NOT_EVALUABLE'],
  ['V22', 12, na, true, 1, na, {}, 'SUBOPTIMAL', 'SUBOPTIMAL', 'FAILURE', 'NOT_EVALUABLE'],
  ['V23', 12, na, true, 0, 0.5, {}, 'WARNING', 'WARNING', 'WARNING', 'WARNING'],
  ['V24', 12, na, true, 0, 0.1, {}, 'OPTIMAL', 'OPTIMAL', 'OPTIMAL', 'OPTIMAL'],
  ['V25', 12, na, true, 0, 1, {}, 'WARNING', 'WARNING', 'WARNING', 'WARNING'],
  ['V26', 12, na, true, na, 1.01, {}, 'NOT_EVALUABLE', 'NOT_EVALUABLE', 'FAILURE', 'FAILURE'],
  ['V27', 12, na, true, 0, 0.11, {}, 'WARNING', 'WARNING', 'WARNING', 'WARNING'],
  ['V28', 18, na, true, 1, na, {}, 'FAILURE', 'FAILURE', 'FAILURE', 'NOT_EVALUABLE'],
  ['V29', 18, na, true, 0, 0.2, {}, 'SUBOPTIMAL', 'SUBOPTIMAL', 'WARNING', 'WARNING'],
  ['V30', 18, na, true, 0, 0.1, {}, 'OPTIMAL', 'OPTIMAL', 'OPTIMAL', 'OPTIMAL'],
  ['V31', 18, na, true, 0, na, {}, 'NOT_EVALUABLE', 'NOT_EVALUABLE', 'NOT_EVALUABLE', 'NOT_EVALUABLE'],
  ['V32', 18, na, true, na, 1.5, {}, 'FAILURE', 'FAILURE', 'FAILURE', 'FAILURE'],
  ['V33', 24, na, true, 0, 0.05, {}, 'OPTIMAL', 'OPTIMAL', 'OPTIMAL', 'OPTIMAL'],
  ['V34', 24, na, true, 0, 0.05, { mutation: 'HIGH' }, 'FAILURE', 'FAILURE', 'FAILURE', 'FAILURE'],
  ['V35', 24, na, true, 0, 0.05, { mutation: 'LOW' }, 'SUBOPTIMAL', 'SUBOPTIMAL', 'FAILURE', 'OPTIMAL'],
  ['V36', 30, na, false, na, na, { lossOfCompleteHematologicResponse: true }, 'FAILURE', 'FAILURE', 'FAILURE', 'NOT_EVALUABLE'],
  ['V37', 30, na, true, 10, na, { lossOfCompleteCytogeneticResponse: true }, 'FAILURE', 'FAILURE', 'FAILURE', 'NOT_EVALUABLE'],
  ['V38', 30, na, true, 0, 0.3, { lossOfMajorMolecularResponse: true }, 'SUBOPTIMAL', 'SUBOPTIMAL', 'WARNING', 'WARNING'],
  ['V39', 30, na, true, 0, 1.2, { lossOfMajorMolecularResponse: true, lossOfMajorMolecularResponseConfirmed: true }, 'SUBOPTIMAL', 'SUBOPTIMAL', 'FAILURE', 'FAILURE'],
  ['V40', 24, na, true, 0, 0.05, { aberrationsInPhPositiveCells: true, highRiskAberrations: true }, 'SUBOPTIMAL', 'FAILURE', 'FAILURE', 'FAILURE'],
  ['V41', 24, na, true, 0, 0.05, { aberrationsInPhNegativeCells: true, monosomy7InPhNegativeCells: true }, 'WARNING', 'WARNING', 'WARNING', 'OPTIMAL'],
  ['V42', 24, na, true, 0, 0.05, { isRising: true }, 'WARNING', 'WARNING', 'OPTIMAL', 'OPTIMAL'],
  ['V43', 24, na, na, na, na, { advancedPhase: true }, 'FAILURE', 'FAILURE', 'FAILURE', 'FAILURE'],
  ['V44', 24, na, true, na, 0.3, { treatmentFreeRemission: true }, 'SUBOPTIMAL', 'SUBOPTIMAL', 'WARNING', 'FAILURE'],
  ['V45', 12, na, na, na, na, {}, 'NOT_EVALUABLE', 'NOT_EVALUABLE', 'NOT_EVALUABLE', 'NOT_EVALUABLE'],
];

describe('response by edition', () => {
  for (const [id, month, hematologicResponse, completeHematologicResponse, phPositivePct, isPct, others, ...expected] of vectors) {
    it(`${id} at ${month} months`, () => {
      const evidence = { month, hematologicResponse, completeHematologicResponse, phPositivePct, isPct, ...others };
      const tables = [eln2006, eln2009, eln2013FirstLine, eln2020];
      expect(tables.map((table) => evaluateEln(table, evidence).response)).toEqual(expected);
    });
  }
});
