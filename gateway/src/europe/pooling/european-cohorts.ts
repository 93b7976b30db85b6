import { checkCoverage, europeanPolicy, type SuppressionSolver } from '@registry-hub/shared/disclosure';
import { HubError } from '@registry-hub/shared/errors';
import { CohortInquiries } from '@registry-hub/shared/graphql';
import { EuropeanPool, type EuropeanPoolOptions } from './european-pool';

/**
 * The European cohorts of one operation, made when first asked for.
 *
 * @throws HubError FORBIDDEN from the returned function when the caller may see no pooled figures
 */
export function europeanCohorts(options: EuropeanPoolOptions, solver: SuppressionSolver): () => CohortInquiries {
  const { caller } = options;
  let cohorts: CohortInquiries | undefined;
  return () => {
    const policy = europeanPolicy(caller);
    if (!policy) throw new HubError('FORBIDDEN');
    cohorts ??= new CohortInquiries(
      new EuropeanPool(options),
      policy,
      (coverage, filter) => checkCoverage(coverage, filter, policy, caller),
      solver,
    );
    return cohorts;
  };
}
