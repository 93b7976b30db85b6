import type { SymmetricMatrix } from '../mathematics';
import { type CodedCovariate, coefficientNames, type Model, measureScales } from '../models';
import type { Maximum } from './newton';

/** Maximum likelihood estimates of a model, in the units of its covariates. */
export interface FittedModel {
  readonly kind: 'fitted';
  readonly model: Model;
  readonly names: readonly string[];
  readonly estimates: readonly number[];
  readonly covariance: SymmetricMatrix;
  readonly logLikelihood: number;
  /** Without covariates. */
  readonly nullLogLikelihood: number;
  readonly iterations: number;
  /** What the test of proportional hazards starts from: coefficients on the covariates' scales, and their fixed point. */
  readonly at: readonly number[];
  readonly fractionBits: number;
}

/**
 * The matrix that turns coefficients on the covariates' scales into those in their units: each is divided by its spread,
 * and an intercept takes up what the centers leave.
 */
export function unitsOf({ family, covariates }: Model): readonly (readonly number[])[] {
  const scales = covariates.flatMap((covariate) => coefficientNames(covariate).map(() => scaleOf(covariate)));
  const slopes = scales.map(({ spread }, index) => scales.map((_, other) => (other === index ? 1 / spread : 0)));
  if (family === 'COX') return slopes;
  return [[1, ...scales.map(({ center, spread }) => -center / spread)], ...slopes.map((row) => [0, ...row])];
}

function scaleOf(covariate: CodedCovariate): { readonly center: number; readonly spread: number } {
  return 'measure' in covariate ? measureScales[covariate.measure] : { center: 0, spread: 1 };
}

/** A model's estimates and their covariance in the units of its covariates. */
export function inUnits(model: Model, { at, covariance }: Maximum): Pick<FittedModel, 'estimates' | 'covariance'> {
  const units = unitsOf(model);
  const estimates = units.map((row) => weighted(row, at));
  // units · covariance · unitsᵀ
  const half = units.map((row) => covariance.map((column) => weighted(row, column)));
  return { estimates, covariance: half.map((row) => units.map((other) => weighted(row, other))) };
}

function weighted(weights: readonly number[], values: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (values[index] ?? 0), 0);
}
