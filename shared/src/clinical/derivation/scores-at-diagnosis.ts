import type { DerivedCase, Diagnosis } from '../../domain';
import { riskScores } from '../scores/risk-scores';
import { ADULT_AGE } from './eligibility';

/** The scores were built on adults in chronic phase; where the phase is not documented nothing speaks against it. */
function isOfScoredPopulation({ phase = 'CHRONIC' }: Diagnosis, age: number): boolean {
  return age >= ADULT_AGE && phase === 'CHRONIC';
}

/**
 * The prognostic scores that count in figures: those with a value, of patients the scores were built on. A child's or an
 * advanced-phase patient's score can be computed and shown with its doubt, but it would mean another thing in a figure
 * (project convention).
 *
 * @param ageAtDiagnosis completed years
 */
export function scoresAtDiagnosis(diagnosis: Diagnosis | undefined, ageAtDiagnosis: number | undefined): DerivedCase['scores'] {
  if (!diagnosis || ageAtDiagnosis === undefined || !isOfScoredPopulation(diagnosis, ageAtDiagnosis)) return {};
  const computed = riskScores(diagnosis, ageAtDiagnosis).flatMap(({ name, value, group }) =>
    value === undefined || group === undefined ? [] : [[name, { value, group }] as const],
  );
  return Object.fromEntries(computed);
}
