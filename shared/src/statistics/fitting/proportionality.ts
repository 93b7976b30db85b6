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
  const { score, information } = centered(likelihood.sums, byTime.sums, parameters, design.events);
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

/** The score of changes with time, and the information of the coefficients and of their changes as one matrix. */
interface TimeScore {
  readonly score: readonly number[];
  readonly information: SymmetricMatrix;
}

/**
 * Sums by time from the events' mean time on. At the very maximum the origin of time would not matter; where the fit stopped,
 * just short of it, this is the one that R takes.
 */
function centered(sums: readonly number[], byTime: readonly number[], parameters: number, events: number): TimeScore {
  const triangle = triangleSize(parameters);
  const [total = 0] = byTime;
  const mean = total / events;
  const plain = sums.slice(1, 1 + parameters);
  const information = sums.slice(1 + parameters);
  const weighted = byTime.slice(1 + parameters, 1 + parameters + triangle);
  const squared = byTime.slice(1 + parameters + triangle);
  const once = weighted.map((value, index) => value - mean * (information[index] ?? 0));
  const twice = squared.map((value, index) => value - 2 * mean * (weighted[index] ?? 0) + mean ** 2 * (information[index] ?? 0));
  return {
    score: byTime.slice(1, 1 + parameters).map((value, index) => value - mean * (plain[index] ?? 0)),
    information: joint(fromTriangle(information, parameters), fromTriangle(once, parameters), fromTriangle(twice, parameters)),
  };
}

function joint(plain: SymmetricMatrix, once: SymmetricMatrix, twice: SymmetricMatrix): SymmetricMatrix {
  return [...plain.map((row, index) => [...row, ...(once[index] ?? [])]), ...once.map((row, index) => [...row, ...(twice[index] ?? [])])];
}

/** Tests the changes of some coefficients while all coefficients are free. */
function testOf(score: readonly number[], information: SymmetricMatrix, indices: readonly number[]): TestResult | undefined {
  const all = [...score.keys(), ...indices.map((index) => score.length + index)];
  const vector = all.map((index) => (index < score.length ? 0 : (score[index - score.length] ?? 0)));
  const statistic = inverseQuadraticForm(submatrix(information, all), vector);
  return statistic === undefined ? undefined : chiSquareTest(statistic, indices.length);
}
