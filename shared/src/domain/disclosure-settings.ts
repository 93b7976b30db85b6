/**
 * What the hub asks of disclosure control, or a country for its own patients, beyond the rules that hold for all. Of several
 * settings the strictest wins.
 */
export interface DisclosureSettings {
  /** k for a DASHBOARD. */
  readonly dashboardThreshold: number;
  /** k for a LEAD. */
  readonly leadThreshold: number;
  /** k for COORDINATOR and VALIDATOR, in pooled figures. */
  readonly coordinatorThreshold: number;
  /** Whether minimum and maximum of a measure are released to those whom the rules release them to. */
  readonly extremesReleased: boolean;
  /** Whether a cohort that differs by few from one answered before is refused also to those who would get it with a note. */
  readonly differencingRefused: boolean;
}

export const thresholdNames = ['dashboardThreshold', 'leadThreshold', 'coordinatorThreshold'] as const;
export type ThresholdName = (typeof thresholdNames)[number];

/** The rules that hold for all: settings make them stricter, never laxer. */
export const commonDisclosureSettings: DisclosureSettings = {
  dashboardThreshold: 10,
  leadThreshold: 5,
  coordinatorThreshold: 5,
  extremesReleased: true,
  differencingRefused: false,
};

/** Above it nothing of a national registry would be released. */
export const LARGEST_THRESHOLD = 1000;
