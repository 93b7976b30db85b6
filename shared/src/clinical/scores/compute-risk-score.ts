import type { Phase } from '../../domain';
import type { KnownInputs, RiskScore, RiskScoreDefinition, ScoreInput, ScoreInputs } from './risk-score';

/** The inputs' names in notes. */
const inputNames: Readonly<Record<ScoreInput, string>> = {
  ageYears: 'age at diagnosis',
  spleenCm: 'spleen size',
  platelets: 'platelets',
  blastsPct: 'blasts',
  eosinophilsPct: 'eosinophils',
  basophilsPct: 'basophils',
};

/** Completed years of age from which the scores were built: all four on adults. */
const ADULT_AGE = 18;

function isComplete<I extends ScoreInput>(inputs: ScoreInputs, needed: readonly I[]): inputs is ScoreInputs & KnownInputs<I> {
  return needed.every((input) => inputs[input] !== undefined);
}

function doubts({ ageYears }: ScoreInputs, phase: Phase | undefined): readonly string[] {
  const age = ageYears !== undefined && ageYears < ADULT_AGE ? [`outside the population: age under ${ADULT_AGE} at diagnosis`] : [];
  if (phase === 'CHRONIC') return age;
  const documented =
    phase === undefined ? 'phase at diagnosis not documented, built in chronic phase' : 'outside the population: not in chronic phase';
  return [...age, documented];
}

function sentence(parts: readonly string[]): string {
  const text = parts.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/**
 * One score of one patient. Without a value when an input is missing, since none is imputed, or the platelets are not above
 * 0; the note names the inputs. Computed nonetheless, with a note, for patients the score was not built on: under 18 at
 * diagnosis or not in chronic phase (project convention).
 */
export function computeRiskScore<I extends ScoreInput>(
  { name, inputs: needed, value: valueOf, group }: RiskScoreDefinition<I>,
  inputs: ScoreInputs,
  phase: Phase | undefined,
): RiskScore {
  if (!isComplete(inputs, needed)) {
    const missing = needed.filter((input) => inputs[input] === undefined).map((input) => inputNames[input]);
    return { name, note: sentence([`not documented: ${missing.join(', ')}`]) };
  }
  if (needed.some((input) => input === 'platelets') && inputs.platelets !== undefined && inputs.platelets <= 0) {
    return { name, note: sentence(['platelets must be above 0']) };
  }
  const value = valueOf(inputs);
  const notes = doubts(inputs, phase);
  return { name, value, group: group(value), ...(notes.length > 0 && { note: sentence(notes) }) };
}
