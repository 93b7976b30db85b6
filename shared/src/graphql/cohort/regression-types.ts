import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import type { FittedModel, Measure, ModelDesign, Variable } from '../../statistics';
import type { CohortInquiry } from './cohort-inquiry';
import { Count } from './cohort-types';
import { MeasureEnum, VariableEnum } from './statistics-enums';
import { TestResult } from './survival-types';

@InputType({
  description: 'Either a measure (per unit), or a variable against a reference value (one coefficient for each other value).',
})
export class CovariateInput {
  @Field(() => MeasureEnum, { nullable: true })
  measure?: Measure | null;

  @Field(() => VariableEnum, { nullable: true })
  variable?: Variable | null;

  @Field(() => String, { nullable: true })
  reference?: string | null;
}

@InputType()
export class OutcomeInput {
  @Field(() => VariableEnum)
  variable!: Variable;

  @Field(() => String)
  value!: string;
}

@ObjectType({
  description:
    'ratio is the hazard ratio (Cox) or odds ratio (logistic), with its 95 % Wald interval. name: AGE_AT_DIAGNOSIS, SEX=M, or (Intercept).',
})
export class Coefficient {
  @Field(() => String)
  name!: string;

  @Field(() => Float)
  estimate!: number;

  @Field(() => Float)
  standardError!: number;

  @Field(() => Float)
  ratio!: number;

  @Field(() => Float)
  lower!: number;

  @Field(() => Float)
  upper!: number;

  @Field(() => Float)
  pValue!: number;
}

@ObjectType()
export class TermTest {
  @Field(() => String, { description: "The covariate's measure or variable." })
  name!: string;

  @Field(() => TestResult)
  test!: TestResult;
}

@ObjectType({ description: 'Whether hazards are proportional: score tests of coefficients that change linearly with time.' })
export class ProportionalHazardsTest {
  @Field(() => [TermTest])
  terms!: readonly TermTest[];

  @Field(() => TestResult, { description: 'Of all covariates together.' })
  global!: TestResult;
}

@ObjectType()
export class RegressionModel {
  /** What the test of proportional hazards starts from; undefined of a model of nobody. */
  fit!: { readonly cohort: CohortInquiry; readonly model: FittedModel; readonly design: ModelDesign } | undefined;

  @Field(() => Count)
  n!: Count;

  @Field(() => Count)
  events!: Count;

  @Field(() => Count, { description: 'Patients of the cohort who are not in the model, since something in it is not known of them.' })
  excludedForMissing!: Count;

  @Field(() => [Coefficient])
  coefficients!: readonly Coefficient[];

  @Field(() => Float)
  logLikelihood!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Of the model without covariates. It tells how many are in the model and have the event: null where these are suppressed.',
  })
  nullLogLikelihood!: number | null;

  @Field(() => Int)
  iterations!: number;

  @Field(() => Boolean)
  converged!: boolean;

  @Field(() => TestResult, {
    nullable: true,
    description: 'No effect of any covariate, by the likelihood ratio. Null where nullLogLikelihood is.',
  })
  likelihoodRatio!: TestResult | null;

  @Field(() => TestResult, { nullable: true, description: "The same by Wald's statistic." })
  wald!: TestResult | null;

  @Field(() => String, { nullable: true, description: 'What to bear in mind when these figures are read.' })
  note!: string | null;
}
