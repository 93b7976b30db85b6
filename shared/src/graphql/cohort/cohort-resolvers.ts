import type { ClassType } from 'type-graphql';
import { CohortResolver } from './cohort-resolver';
import { RegressionModelResolver, RegressionResolver } from './regression-resolver';
import { ResponseRatesResolver } from './response-rates-resolver';
import { IncidenceAnalysisResolver, SurvivalCurveResolver, SurvivalResolver } from './survival-resolver';

/** Every resolver of the type Cohort and of what lies below it. */
export const cohortResolvers: readonly ClassType[] = [
  CohortResolver,
  ResponseRatesResolver,
  SurvivalResolver,
  SurvivalCurveResolver,
  IncidenceAnalysisResolver,
  RegressionResolver,
  RegressionModelResolver,
];
