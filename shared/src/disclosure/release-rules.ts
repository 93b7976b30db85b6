import type { DisclosureSettings } from '../domain';
import type { CohortFilter, Coverage } from '../statistics';
import type { CohortMemory } from './differencing/cohort-memory';
import type { DisclosurePolicy } from './policy';

/** What a caller is kept from by asking for cohorts that differ by few. */
export interface DifferencingControl {
  readonly memory: CohortMemory;
  /** Whether such a cohort is refused, by the caller's role or by the settings of the countries concerned. */
  readonly refuses: (settings: readonly DisclosureSettings[]) => boolean;
}

/** What may be released to one caller. */
export interface ReleaseRules {
  /** The policy for figures of countries with these settings. */
  readonly policy: (settings: readonly DisclosureSettings[]) => DisclosurePolicy;
  /** Refuses figures that may not be released for want of countries. @throws HubError DISCLOSURE_REFUSED */
  readonly checkCoverage: (coverage: Coverage, filter: CohortFilter, policy: DisclosurePolicy) => void;
  /** undefined for who sees exact figures. */
  readonly differencing: DifferencingControl | undefined;
}
