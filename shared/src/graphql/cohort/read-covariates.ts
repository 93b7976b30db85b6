import { badUserInput, type InputProblem } from '../../errors';
import { type Covariate, isMultiValued, type References, type Variable, variableDefinitions } from '../../statistics';
import type { CovariateInput, OutcomeInput } from './regression-types';

/** A model with more covariates is refused: its sums would grow with the square of their number. */
const MOST_COVARIATES = 20;

/** A model's covariates, and the reference of each variable among them. */
export interface ReadCovariates {
  readonly covariates: readonly Covariate[];
  readonly references: References;
}

/**
 * The covariates a client sent.
 *
 * @param taken a variable that is the model's outcome
 * @throws HubError BAD_USER_INPUT that names every fault
 */
export function readCovariates(inputs: readonly CovariateInput[], taken?: Variable): ReadCovariates {
  const problems = inputs.flatMap((input, index) => covariateProblems(input, `covariates[${index}]`, inputs.slice(0, index), taken));
  if (inputs.length === 0) problems.push({ field: 'covariates', message: 'expected at least one covariate.' });
  if (inputs.length > MOST_COVARIATES) {
    problems.push({ field: 'covariates', message: `expected at most ${MOST_COVARIATES} covariates, not ${inputs.length}.` });
  }
  if (problems.length > 0) throw badUserInput(...problems);
  const references = new Map<Variable, string>();
  const covariates = inputs.flatMap(({ measure, variable, reference }): readonly Covariate[] => {
    if (measure) return [{ measure }];
    if (!variable) return [];
    references.set(variable, reference ?? '');
    return [{ variable }];
  });
  return { covariates, references };
}

/** @throws HubError BAD_USER_INPUT */
export function checkOutcome({ variable, value }: OutcomeInput): void {
  if (isMultiValued(variable)) throw badUserInput(severalValues('outcome.variable', variable));
  const fault = valueProblem('outcome.value', variable, value);
  if (fault) throw badUserInput(fault);
}

function covariateProblems(
  { measure, variable, reference }: CovariateInput,
  field: string,
  earlier: readonly CovariateInput[],
  taken: Variable | undefined,
): InputProblem[] {
  if (!measure === !variable) return [{ field, message: 'expected either a measure or a variable.' }];
  if (measure) {
    if (reference)
      return [{ field: `${field}.reference`, message: `expected none: ${measure} is a measure, its coefficient is for each unit.` }];
    return earlier.some((other) => other.measure === measure) ? [{ field, message: `${measure} is a covariate already.` }] : [];
  }
  if (!variable) return [];
  if (isMultiValued(variable)) return [severalValues(`${field}.variable`, variable)];
  if (variable === taken) return [{ field, message: `${variable} is the outcome: expected another variable.` }];
  if (earlier.some((other) => other.variable === variable)) return [{ field, message: `${variable} is a covariate already.` }];
  if (!reference) return [{ field: `${field}.reference`, message: `expected the value of ${variable} that the others are compared with.` }];
  const fault = valueProblem(`${field}.reference`, variable, reference);
  return fault ? [fault] : [];
}

/** The countries are known only once they have answered. */
function valueProblem(field: string, variable: Variable, value: string): InputProblem | undefined {
  if (variable === 'COUNTRY') return undefined;
  const values: readonly string[] = variableDefinitions[variable].values;
  return values.includes(value) ? undefined : { field, message: `expected a value of ${variable} (${examples(values)}), not ${value}.` };
}

function examples(values: readonly string[]): string {
  const shown = 12;
  return values.length > shown ? `${values.slice(0, shown).join(', ')} ...` : values.join(', ');
}

function severalValues(field: string, variable: Variable): InputProblem {
  return { field, message: `${variable} has several values a patient; expected a variable with one, as SEX.` };
}
