import { dot, type Factor, factorise, inverse, type SymmetricMatrix, solve } from '../mathematics';

/** A log-likelihood with its derivatives at some coefficients. */
export interface Evaluation {
  readonly logLikelihood: number;
  readonly score: readonly number[];
  /** Negative second derivatives. */
  readonly information: SymmetricMatrix;
}

/** Evaluates at some coefficients; undefined where the likelihood can not be told: too far from any maximum. */
export type Evaluate = (at: readonly number[]) => Promise<Evaluation | undefined>;

/** How a family of models is fitted: which steps are taken, and when they are enough. */
export interface NewtonRule {
  /** The length of the first step, in Newton steps. */
  readonly firstStep: number;
  /** Whether a change of the log-likelihood is small enough to stop. */
  readonly hasConverged: (before: number, after: number) => boolean;
  /** Whether the covariance is that of the last coefficients, or of the ones before. */
  readonly covarianceAt: 'last' | 'previous';
}

export interface Maximum {
  readonly kind: 'maximum';
  readonly at: readonly number[];
  readonly covariance: SymmetricMatrix;
  readonly logLikelihood: number;
  /** The same at the start. */
  readonly startLogLikelihood: number;
  readonly iterations: number;
}

/** Why there is no maximum; `parameters` are the indices of the coefficients at fault, the worst first. */
export interface NoMaximum {
  readonly kind: 'out of range' | 'constant' | 'collinear' | 'unbounded' | 'not converged';
  readonly parameters: readonly number[];
}

/** Where the search stands. */
interface Place {
  readonly at: readonly number[];
  readonly evaluation: Evaluation;
  readonly factor: Factor;
  /** To the next place. */
  readonly step: readonly number[];
}

/** Steps this long that gain next to nothing lead to a maximum at infinity. */
const LONG_STEP = 0.1;
const SMALL_GAIN = 1e-3;
const MOST_ITERATIONS = 25;
const MOST_HALVINGS = 12;
/** Part of a log-likelihood that may be rounding. */
const ROUNDING = 1e-12;
/** An information about a coefficient of less than this for each patient is rounding. */
const NO_INFORMATION = 1e-10;

/**
 * Maximises a log-likelihood by Newton's method from 0 on, halving a step for as long as it leads downhill. Every evaluation
 * is a question to all countries; models that are fitted side by side go in step.
 *
 * @param parameters how many coefficients @param patients how many the likelihood speaks of
 */
export async function maximise(evaluate: Evaluate, parameters: number, patients: number, rule: NewtonRule): Promise<Maximum | NoMaximum> {
  const start = Array.from({ length: parameters }, () => 0);
  const first = placeAt(start, await evaluate(start), patients);
  if (!('factor' in first)) return first;
  let place = first;
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration += 1) {
    const next = await climb(evaluate, place, iteration === 1 ? rule.firstStep : 1);
    if (!next) break;
    const reached = placeAt(next.at, next.evaluation, patients);
    // a coefficient that had information at the start has been moved out of sight of the data
    if (!('factor' in reached)) return { ...reached, kind: 'unbounded' };
    const converged = rule.hasConverged(place.evaluation.logLikelihood, reached.evaluation.logLikelihood);
    const long = largest(reached.step) > LONG_STEP;
    if (long && (converged || gainOf(reached) < SMALL_GAIN)) return { kind: 'unbounded', parameters: largestFirst(reached.step) };
    if (converged) {
      return {
        kind: 'maximum',
        at: reached.at,
        covariance: inverse(rule.covarianceAt === 'last' ? reached.factor : place.factor),
        logLikelihood: reached.evaluation.logLikelihood,
        startLogLikelihood: first.evaluation.logLikelihood,
        iterations: iteration,
      };
    }
    place = reached;
  }
  return { kind: 'not converged', parameters: largestFirst(place.step) };
}

function placeAt(at: readonly number[], evaluation: Evaluation | undefined, patients: number): Place | NoMaximum {
  if (!evaluation) return { kind: 'out of range', parameters: [...at.keys()] };
  const { information, score } = evaluation;
  const none = information.findIndex((row, index) => !((row[index] ?? 0) > NO_INFORMATION * patients));
  if (none >= 0) return { kind: 'constant', parameters: [none] };
  const factor = factorise(information);
  if ('dependent' in factor) return { kind: 'collinear', parameters: [factor.dependent] };
  return { at, evaluation, factor, step: solve(factor, score) };
}

/** The first point along a step, halved as often as need be, that lies no lower. */
async function climb(
  evaluate: Evaluate,
  { at: from, step, evaluation: { logLikelihood: height } }: Place,
  length: number,
): Promise<{ readonly at: readonly number[]; readonly evaluation: Evaluation } | undefined> {
  for (let halvings = 0; halvings <= MOST_HALVINGS; halvings += 1) {
    const part = length / 2 ** halvings;
    const at = from.map((value, index) => value + part * (step[index] ?? 0));
    const evaluation = await evaluate(at);
    if (evaluation && evaluation.logLikelihood >= height - ROUNDING * Math.abs(height)) return { at, evaluation };
  }
  return undefined;
}

/** How many standard errors the next step is long. */
function gainOf({ step, evaluation: { score } }: Place): number {
  return Math.sqrt(Math.max(dot(step, score), 0));
}

function largest(values: readonly number[]): number {
  return Math.max(...values.map(Math.abs));
}

function largestFirst(values: readonly number[]): readonly number[] {
  const size = (index: number): number => Math.abs(values[index] ?? 0);
  return [...values.keys()].toSorted((one, other) => size(other) - size(one));
}
