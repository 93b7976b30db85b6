import { chiSquareTest, type TestResult } from '../figures';
import { fromTriangle, inverseQuadraticForm, type SymmetricMatrix, submatrix, triangleSize } from '../mathematics';
import { coefficientNames } from '../models';
import { likelihoodLength, readSums, timeWeightedLength } from '../partials';
import { type AskFigure, checkSamePatients } from './fit-model';
import type { FittedModel } from './fitted-model';
import type { ModelDesign } from './model-design';

/** Whether hazards are proportional: a test for each covariate, and one for all. */
export interface ProportionalityTests {
  readonly terms: readonly { readonly name: string; readonly test: TestResult }[];
  readonly global: TestResult;
}

/**
 * The score test of coefficients that change linearly with time (Grambsch & Therneau, Biometrika 1994;81:515), as R's
 * cox.zph with the identity transform has it since survival 3.0.
 *
 * @returns undefined when the tests' information has no inverse, as with events on a single day
 * @throws CohortChanged when the sums speak of other patients than the fit
 */
export async function proportionalityTests(
  ask: AskFigure,
  { model, at, fractionBits }: FittedModel,
  design: ModelDesign,
): Promise<ProportionalityTests | undefined> {
  if (model.family !== 'COX') return undefined;
  const parameters = at.length;
  const [plain, weighted] = await Promise.all([
    ask({ kind: 'likelihood', model, at, fractionBits }),
    ask({ kind: 'proportionality', model, at, fractionBits }),
  ]);
  const likelihood = readSums(plain, likelihoodLength(parameters), fractionBits);
  const byTime = readSums(weighted, timeWeightedLength(parameters), fractionBits);
  for (const sums of [likelihood, byTime]) checkSamePatients(sums, design);
  if (!likelihood.sums || !byTime.sums) return undefined;
  const triangle = triangleSize(parameters);
  const score = byTime.sums.slice(0, parameters);
  const information = joint(
    fromTriangle(likelihood.sums.slice(1 + parameters), parameters),
    fromTriangle(byTime.sums.slice(parameters, parameters + triangle), parameters),
    fromTriangle(byTime.sums.slice(parameters + triangle), parameters),
  );
  let first = 0;
  const terms = model.covariates.map((covariate) => {
    const indices = coefficientNames(covariate).map((_, offset) => first + offset);
    first += indices.length;
    return { name: 'measure' in covariate ? covariate.measure : covariate.variable, test: testOf(score, information, indices) };
  });
  const global = testOf(
    score,
    information,
    score.map((_, index) => index),
  );
  const known = terms.flatMap(({ name, test }) => (test ? [{ name, test }] : []));
  return global && known.length === terms.length ? { terms: known, global } : undefined;
}

/** Of the coefficients and of their changes with time, as one matrix. */
function joint(plain: SymmetricMatrix, weighted: SymmetricMatrix, squared: SymmetricMatrix): SymmetricMatrix {
  return [
    ...plain.map((row, index) => [...row, ...(weighted[index] ?? [])]),
    ...weighted.map((row, index) => [...row, ...(squared[index] ?? [])]),
  ];
}

/** Tests the changes of some coefficients while all coefficients are free. */
function testOf(score: readonly number[], information: SymmetricMatrix, indices: readonly number[]): TestResult | undefined {
  const all = [...score.keys(), ...indices.map((index) => score.length + index)];
  const vector = all.map((index) => (index < score.length ? 0 : (score[index - score.length] ?? 0)));
  const statistic = inverseQuadraticForm(submatrix(information, all), vector);
  return statistic === undefined ? undefined : chiSquareTest(statistic, indices.length);
}
