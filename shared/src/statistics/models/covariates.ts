import type { SurvivalEndpoint, TimeOrigin } from '../event-times';
import type { Measure } from '../measures';
import type { Variable } from '../variables';

/** A measure, one coefficient a unit of it. */
export interface MeasureCovariate {
  readonly measure: Measure;
}

/** A single-valued variable, before it is known which of its values anybody has. */
export interface VariableCovariate {
  readonly variable: Variable;
}

/** A variable against its reference: one coefficient for each of the other values. Patients with yet another are left out. */
export interface CodedVariable extends VariableCovariate {
  readonly reference: string;
  readonly values: readonly string[];
}

export type Covariate = MeasureCovariate | VariableCovariate;
export type CodedCovariate = MeasureCovariate | CodedVariable;

/** Proportional hazards of an endpoint, stratified by country. */
export interface CoxModel<C extends Covariate = CodedCovariate> {
  readonly family: 'COX';
  readonly endpoint: SurvivalEndpoint;
  readonly from: TimeOrigin;
  /** Whether patients come under observation only when notified. */
  readonly delayedEntry?: boolean;
  readonly covariates: readonly C[];
}

/** The odds of one value of a variable against all its others. */
export interface LogisticModel<C extends Covariate = CodedCovariate> {
  readonly family: 'LOGISTIC';
  readonly outcome: { readonly variable: Variable; readonly value: string };
  readonly covariates: readonly C[];
}

export type Model<C extends Covariate = CodedCovariate> = CoxModel<C> | LogisticModel<C>;

/** What the intercept of a logistic model is called, as in R. */
export const INTERCEPT = '(Intercept)';

/** Names of a covariate's coefficients: AGE_AT_DIAGNOSIS, or SEX=M. */
export function coefficientNames(covariate: CodedCovariate): readonly string[] {
  return 'measure' in covariate ? [covariate.measure] : covariate.values.map((value) => `${covariate.variable}=${value}`);
}

/** Names of all coefficients of a model, in the order of every vector that speaks of them. */
export function parameterNames({ family, covariates }: Model): readonly string[] {
  const names = covariates.flatMap(coefficientNames);
  return family === 'LOGISTIC' ? [INTERCEPT, ...names] : names;
}
