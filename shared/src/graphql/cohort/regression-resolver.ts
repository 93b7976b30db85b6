import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SurvivalEndpoint, TimeOrigin } from '../../statistics';
import type { CohortInquiry } from './cohort-inquiry';
import { Cohort } from './cohort-types';
import { fitCohortModel, testProportionality } from './fit-cohort-model';
import { presentModel } from './present-model';
import { checkOutcome, readCovariates } from './read-covariates';
import { checkDelayedEntry, checkOrigin } from './read-curve-arguments';
import { CovariateInput, OutcomeInput, ProportionalHazardsTest, RegressionModel } from './regression-types';
import { SurvivalEndpointEnum, TimeOriginEnum } from './statistics-enums';

/** Models of a cohort, national or European. */
@Resolver(() => Cohort)
export class RegressionResolver {
  @FieldResolver(() => RegressionModel, { description: "Cox proportional hazards, stratified by country, Efron's handling of ties." })
  async coxRegression(
    @Root() cohort: CohortInquiry,
    @Arg('endpoint', () => SurvivalEndpointEnum, { defaultValue: 'OVERALL' }) endpoint: SurvivalEndpoint,
    @Arg('from', () => TimeOriginEnum, { defaultValue: 'IMATINIB_START' }) from: TimeOrigin,
    @Arg('covariates', () => [CovariateInput]) inputs: readonly CovariateInput[],
    @Arg('delayedEntry', () => Boolean, {
      defaultValue: false,
      description: 'Only from FAILURE: patients are at risk from the day after their notification on (left truncation).',
    })
    delayedEntry: boolean,
  ): Promise<RegressionModel> {
    checkOrigin(endpoint, from);
    checkDelayedEntry(delayedEntry, from);
    const { covariates, references } = readCovariates(inputs);
    const model = { family: 'COX', endpoint, from, covariates, ...(delayedEntry ? { delayedEntry } : {}) } as const;
    return presentModel(await fitCohortModel(cohort, model, references));
  }

  @FieldResolver(() => RegressionModel, {
    description: 'Binary logistic regression of `outcome` (one value of a variable against all others).',
  })
  async logisticRegression(
    @Root() cohort: CohortInquiry,
    @Arg('outcome', () => OutcomeInput) outcome: OutcomeInput,
    @Arg('covariates', () => [CovariateInput]) inputs: readonly CovariateInput[],
  ): Promise<RegressionModel> {
    checkOutcome(outcome);
    const { covariates, references } = readCovariates(inputs, outcome.variable);
    const { variable, value } = outcome;
    const model = { family: 'LOGISTIC', outcome: { variable, value }, covariates } as const;
    return presentModel(await fitCohortModel(cohort, model, references));
  }
}

@Resolver(() => RegressionModel)
export class RegressionModelResolver {
  @FieldResolver(() => ProportionalHazardsTest, {
    nullable: true,
    description: "Of a Cox model: R's cox.zph with the identity transform. Null where it can't be tested, as with events on one day.",
  })
  async proportionality(@Root() { fit }: RegressionModel): Promise<ProportionalHazardsTest | null> {
    if (!fit || fit.model.model.family !== 'COX') return null;
    return (await testProportionality(fit.cohort, fit.model, fit.design)) ?? null;
  }
}
