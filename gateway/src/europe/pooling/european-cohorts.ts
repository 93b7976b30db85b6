import type { Asker } from '@registry-hub/shared/cohort-memory';
import {
  type CohortMemory,
  checkCoverage,
  europeanPolicy,
  pooledRole,
  type ReleaseRules,
  type SuppressionSolver,
} from '@registry-hub/shared/disclosure';
import type { DisclosureSettings } from '@registry-hub/shared/domain';
import { HubError } from '@registry-hub/shared/errors';
import { CohortInquiries } from '@registry-hub/shared/graphql';
import type { Caller } from '@registry-hub/shared/identity';
import { EuropeanPool, type EuropeanPoolOptions } from './european-pool';

export interface EuropeanDisclosure {
  /** What the hub asks of disclosure control, whichever countries answer. */
  readonly hubSettings: DisclosureSettings;
  /** Decides what disclosure control suppresses. */
  readonly solver: SuppressionSolver;
  /** The cohorts answered to one person. */
  readonly memoryOf: (asker: Asker) => CohortMemory;
}

/**
 * The European cohorts of one operation, made when first asked for.
 *
 * @throws HubError FORBIDDEN from the returned function when the caller may see no pooled figures
 */
export function europeanCohorts(pool: EuropeanPoolOptions, disclosure: EuropeanDisclosure): () => CohortInquiries {
  let cohorts: CohortInquiries | undefined;
  return () => {
    cohorts ??= new CohortInquiries(new EuropeanPool(pool), releaseRules(pool.caller, disclosure), disclosure.solver);
    return cohorts;
  };
}

function releaseRules(caller: Caller, { hubSettings, memoryOf }: EuropeanDisclosure): ReleaseRules {
  const role = pooledRole(caller);
  if (!role) throw new HubError('FORBIDDEN');
  const refusesAnyhow = role === 'DASHBOARD' || hubSettings.differencingRefused;
  return {
    policy: (settings) => europeanPolicy(role, [hubSettings, ...settings]),
    checkCoverage: (coverage, filter, policy) => checkCoverage(coverage, filter, policy, caller),
    differencing: {
      memory: memoryOf({ subject: caller.subject, role }),
      refuses: (settings) => refusesAnyhow || settings.some(({ differencingRefused }) => differencingRefused),
    },
  };
}
