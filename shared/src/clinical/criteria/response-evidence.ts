import type { ImatinibInsensitivity } from '../mutations';
import { type Criterion, measure, not, sign } from './criterion';

/** What is known of a response. An absent field is not documented: neither yes nor no. */
export interface ResponseFindings {
  /** Any haematological response, complete or not. */
  readonly hematologicResponse?: boolean | undefined;
  readonly completeHematologicResponse?: boolean | undefined;
  /** Ph+ metaphases, % of at least 20 examined. */
  readonly phPositivePct?: number | undefined;
  /** BCR::ABL1, % on the International Scale. */
  readonly isPct?: number | undefined;
  /** A second BCR::ABL1 above 10 % within one to three months after the first. */
  readonly isAboveTenConfirmed?: boolean | undefined;
  /** BCR::ABL1 rising. */
  readonly isRising?: boolean | undefined;
  readonly lossOfCompleteHematologicResponse?: boolean | undefined;
  readonly lossOfCompleteCytogeneticResponse?: boolean | undefined;
  readonly lossOfPartialCytogeneticResponse?: boolean | undefined;
  readonly lossOfMajorMolecularResponse?: boolean | undefined;
  /** In two consecutive tests, one of them ≥ 1 % IS. */
  readonly lossOfMajorMolecularResponseConfirmed?: boolean | undefined;
  /** The most insensitive mutation found. */
  readonly mutation?: ImatinibInsensitivity | undefined;
  /** A mutation that was not there when this drug was started. */
  readonly newMutation?: boolean | undefined;
  readonly aberrationsInPhPositiveCells?: boolean | undefined;
  readonly highRiskAberrations?: boolean | undefined;
  readonly aberrationsInPhNegativeCells?: boolean | undefined;
  /** Monosomy 7 or deletion 7q in Ph- cells. */
  readonly monosomy7InPhNegativeCells?: boolean | undefined;
  /** Accelerated or blast phase. */
  readonly advancedPhase?: boolean | undefined;
  /** Without drug, in treatment-free remission. */
  readonly treatmentFreeRemission?: boolean | undefined;
  /** Before the drug: high risk by the score that the edition uses. */
  readonly highRiskScore?: boolean | undefined;
  /** Before the drug: deletion of the derivative chromosome 9. */
  readonly deletion9q?: boolean | undefined;
  /** Before a second drug: no complete haematological response on imatinib, or its loss; or no cytogenetic response. */
  readonly poorResponseToFirstLine?: boolean | undefined;
}

/** The findings at one time of treatment. */
export interface ResponseEvidence extends ResponseFindings {
  /** Calendar months since the drug was started; 0 is before it. */
  readonly month: number;
}

type Row = Criterion<ResponseFindings>;

/** The vocabulary in which the tables of every edition are written. */
export const phPositive = measure<ResponseFindings>('Ph+ metaphases', '%', ({ phPositivePct }) => phPositivePct);
export const bcrAbl1 = measure<ResponseFindings>('BCR::ABL1 IS', '%', ({ isPct }) => isPct);

export const hematologicResponse: Row = sign('haematological response', (findings) => findings.hematologicResponse);
export const noHematologicResponse: Row = not('no haematological response', hematologicResponse);
export const completeHematologicResponse: Row = sign(
  'complete haematological response',
  (findings) => findings.completeHematologicResponse,
);
export const noCompleteHematologicResponse: Row = not('less than complete haematological response', completeHematologicResponse);

export const lossOfCompleteHematologicResponse: Row = sign(
  'loss of complete haematological response',
  (findings) => findings.lossOfCompleteHematologicResponse,
);
export const lossOfCompleteCytogeneticResponse: Row = sign(
  'loss of complete cytogenetic response',
  (findings) => findings.lossOfCompleteCytogeneticResponse,
);
export const lossOfPartialCytogeneticResponse: Row = sign(
  'loss of partial cytogenetic response',
  (findings) => findings.lossOfPartialCytogeneticResponse,
);
export const lossOfMajorMolecularResponse: Row = sign(
  'loss of major molecular response',
  (findings) => findings.lossOfMajorMolecularResponse,
);
export const confirmedLossOfMajorMolecularResponse: Row = sign(
  'confirmed loss of major molecular response',
  (findings) => findings.lossOfMajorMolecularResponseConfirmed,
);

export const bcrAbl1AboveTenConfirmed: Row = sign('confirmed within 1-3 months', (findings) => findings.isAboveTenConfirmed);
export const risingBcrAbl1: Row = sign('rise of BCR::ABL1', (findings) => findings.isRising);

const ofInsensitivity = (level: ImatinibInsensitivity): Row =>
  sign(`mutation with ${level.toLowerCase()} insensitivity to imatinib`, ({ mutation }) => mutation && mutation === level);
export const mutationOfHighInsensitivity: Row = ofInsensitivity('HIGH');
export const mutationOfLowInsensitivity: Row = ofInsensitivity('LOW');
export const anyMutation: Row = sign('kinase-domain mutation', ({ mutation }) => mutation && true);
export const newMutation: Row = sign('new kinase-domain mutation', (findings) => findings.newMutation);

export const aberrationsInPhPositiveCells: Row = sign(
  'additional chromosomal aberrations in Ph+ cells',
  (findings) => findings.aberrationsInPhPositiveCells,
);
export const highRiskAberrations: Row = sign('high-risk additional chromosomal aberrations', (findings) => findings.highRiskAberrations);
export const aberrationsInPhNegativeCells: Row = sign(
  'chromosomal aberrations in Ph- cells',
  (findings) => findings.aberrationsInPhNegativeCells,
);
export const monosomy7InPhNegativeCells: Row = sign('-7 or 7q- in Ph- cells', (findings) => findings.monosomy7InPhNegativeCells);

export const progressionToAdvancedPhase: Row = sign('accelerated or blast phase', ({ advancedPhase }) => advancedPhase);
export const treatmentFreeRemission: Row = sign('in treatment-free remission', (findings) => findings.treatmentFreeRemission);
export const highRiskScore: Row = sign('high risk score', (findings) => findings.highRiskScore);
export const deletion9q: Row = sign('deletion 9q', (findings) => findings.deletion9q);
export const poorResponseToFirstLine: Row = sign(
  'no or lost complete haematological response on imatinib, or no cytogenetic response to the first drug',
  (findings) => findings.poorResponseToFirstLine,
);
