import { commonDisclosureSettings, type DisclosureSettings, type ThresholdName } from '../domain';
import { type Caller, hasNationalRole, hasRole, type Role } from '../identity';

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

export const MINIMUM_COUNTRIES = 3;

/** Who sees pooled figures, in the order in which a caller's roles count. */
export const pooledRoles = ['LEAD', 'COORDINATOR', 'VALIDATOR', 'DASHBOARD'] as const satisfies readonly Role[];
export type PooledRole = (typeof pooledRoles)[number];

interface RoleRules {
  readonly threshold: ThresholdName;
  readonly extremesReleased: boolean;
}

const rulesOf: Readonly<Record<PooledRole, RoleRules>> = {
  LEAD: { threshold: 'leadThreshold', extremesReleased: true },
  COORDINATOR: { threshold: 'coordinatorThreshold', extremesReleased: false },
  VALIDATOR: { threshold: 'coordinatorThreshold', extremesReleased: false },
  DASHBOARD: { threshold: 'dashboardThreshold', extremesReleased: false },
};

/** The role in which a caller sees pooled figures; undefined when none of his grants them. */
export function pooledRole(caller: Caller): PooledRole | undefined {
  return pooledRoles.find((role) => hasRole(caller, role));
}

/**
 * The policy for figures pooled over Europe.
 *
 * @param settings of the hub and of the countries in the figures, of which the strictest wins
 */
export function europeanPolicy(role: PooledRole, settings: readonly DisclosureSettings[]): DisclosurePolicy {
  const { threshold, extremesReleased } = rulesOf[role];
  return suppressingPolicy(strictestThreshold(settings, threshold), {
    minimumCountries: MINIMUM_COUNTRIES,
    extremesReleased: extremesReleased && settings.every((one) => one.extremesReleased),
  });
}

/** STAFF sees its own registry's figures as they are. */
export type NationalRole = 'STAFF' | 'LEAD';

/** As whom a caller sees one country's own figures; undefined when the caller has no right to any. */
export function nationalRole(caller: Caller, country: string): NationalRole | undefined {
  if (hasNationalRole(caller, country, 'COORDINATOR', 'VALIDATOR')) return 'STAFF';
  return hasRole(caller, 'LEAD') ? 'LEAD' : undefined;
}

/** The policy for one country's own figures. @param settings the country's own; they don't concern its staff */
export function nationalPolicy(role: NationalRole, settings: readonly DisclosureSettings[]): DisclosurePolicy {
  if (role === 'LEAD')
    return suppressingPolicy(strictestThreshold(settings, 'leadThreshold'), { minimumCountries: 1, extremesReleased: false });
  return { threshold: 1, minimumCountries: 1, extremesReleased: true, note: 'Exact figures, for the staff of this registry.' };
}

function strictestThreshold(settings: readonly DisclosureSettings[], name: ThresholdName): number {
  return Math.max(commonDisclosureSettings[name], ...settings.map((one) => one[name]));
}

function suppressingPolicy(threshold: number, rest: Pick<DisclosurePolicy, 'minimumCountries' | 'extremesReleased'>): DisclosurePolicy {
  const note = `Figures that speak of 1 to ${threshold - 1} patients are suppressed, and with them those from which they could be computed.`;
  return { threshold, ...rest, note };
}
