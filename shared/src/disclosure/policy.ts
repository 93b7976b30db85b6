import { type Caller, hasNationalRole, hasRole } from '../identity';

/** What may be released to a caller, and what not. */
export interface DisclosurePolicy {
  /** k: the least number of patients that a released figure may speak of; 1 releases exact figures. */
  readonly threshold: number;
  /** The least number of countries a pooled figure must speak for. */
  readonly minimumCountries: number;
  /** Whether minimum and maximum of a measure are released. */
  readonly extremesReleased: boolean;
  readonly note: string;
}

const LEAD_THRESHOLD = 5;
const DASHBOARD_THRESHOLD = 10;
export const MINIMUM_COUNTRIES = 3;

/** The policy for figures pooled over Europe; undefined when the caller has no right to any. */
export function europeanPolicy(caller: Caller): DisclosurePolicy | undefined {
  if (hasRole(caller, 'LEAD')) return policy(LEAD_THRESHOLD, MINIMUM_COUNTRIES, true);
  if (hasRole(caller, 'COORDINATOR', 'VALIDATOR')) return policy(LEAD_THRESHOLD, MINIMUM_COUNTRIES, false);
  if (hasRole(caller, 'DASHBOARD')) return policy(DASHBOARD_THRESHOLD, MINIMUM_COUNTRIES, false);
  return undefined;
}

/** The policy for one country's own figures; undefined when the caller has no right to any. */
export function nationalPolicy(caller: Caller, country: string): DisclosurePolicy | undefined {
  if (hasNationalRole(caller, country, 'COORDINATOR', 'VALIDATOR')) return policy(1, 1, true);
  if (hasRole(caller, 'LEAD')) return policy(LEAD_THRESHOLD, 1, false);
  return undefined;
}

function policy(threshold: number, minimumCountries: number, extremesReleased: boolean): DisclosurePolicy {
  const note =
    threshold === 1
      ? 'Exact figures, for the staff of this registry.'
      : `Figures that speak of 1 to ${threshold - 1} patients are suppressed, and with them those from which they could be computed.`;
  return { threshold, minimumCountries, extremesReleased, note };
}
