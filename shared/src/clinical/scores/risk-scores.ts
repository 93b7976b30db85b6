import { type Diagnosis, type RiskScoreName, riskScoreNames } from '../../domain';
import { isChronicMyeloidLeukemia } from '../derivation/chronic-myeloid-leukemia';
import { computeRiskScore } from './compute-risk-score';
import { eltsScore } from './elts';
import { eutosScore } from './eutos';
import { hasfordScore } from './hasford';
import type { RiskScore, ScoreInputs } from './risk-score';
import { sokalScore } from './sokal';

type Compute = (inputs: ScoreInputs, phase: Diagnosis['phase']) => RiskScore;

const computations: Readonly<Record<RiskScoreName, Compute>> = {
  SOKAL: (inputs, phase) => computeRiskScore(sokalScore, inputs, phase),
  HASFORD: (inputs, phase) => computeRiskScore(hasfordScore, inputs, phase),
  EUTOS: (inputs, phase) => computeRiskScore(eutosScore, inputs, phase),
  ELTS: (inputs, phase) => computeRiskScore(eltsScore, inputs, phase),
};

/**
 * The four prognostic scores from what was documented at diagnosis, which is taken to be before any treatment.
 *
 * @param ageAtDiagnosis completed years
 * @returns one entry for each score, in the order of the vocabulary; without a value where an input is missing, no
 *   diagnosis is documented or the disease is not CML
 */
export function riskScores(diagnosis: Diagnosis | undefined, ageAtDiagnosis: number | undefined): readonly RiskScore[] {
  if (!diagnosis) return riskScoreNames.map((name) => ({ name, note: 'Not documented: diagnosis.' }));
  const { disease, phase, spleenCm, platelets, blastsPct, eosinophilsPct, basophilsPct } = diagnosis;
  if (!isChronicMyeloidLeukemia(disease)) {
    return riskScoreNames.map((name) => ({ name, note: `The disease is ${disease}; the score is one of CML.` }));
  }
  const inputs: ScoreInputs = { ageYears: ageAtDiagnosis, spleenCm, platelets, blastsPct, eosinophilsPct, basophilsPct };
  return riskScoreNames.map((name) => computations[name](inputs, phase));
}
