import { z } from 'zod';
import { commonDisclosureSettings, type DisclosureSettings, LARGEST_THRESHOLD, type ThresholdName } from '../domain';

/** How much a process remembers of the cohorts it answered to one person. */
export const memorySettings = {
  /** Different cohorts, of which the latest are kept. */
  DISCLOSURE_MEMORY_COHORTS: wholeNumber(10, 500).default(50),
  /** Days since a cohort was answered last. */
  DISCLOSURE_MEMORY_DAYS: wholeNumber(1, 3650).default(365),
};

/** What the hub asks of disclosure control, and how much it remembers. */
export const disclosureSettings = {
  ...memorySettings,
  DISCLOSURE_DASHBOARD_THRESHOLD: threshold('dashboardThreshold'),
  DISCLOSURE_LEAD_THRESHOLD: threshold('leadThreshold'),
  DISCLOSURE_COORDINATOR_THRESHOLD: threshold('coordinatorThreshold'),
  DISCLOSURE_EXTREMES: z.enum(['release', 'suppress'], { error: 'expected release or suppress' }).default('release'),
  /** Of a cohort that differs by few from one answered before, to others than a DASHBOARD, whom it is refused anyhow. */
  DISCLOSURE_DIFFERENCING: z.enum(['flag', 'refuse'], { error: 'expected flag or refuse' }).default('flag'),
};

const environmentSchema = z.object(disclosureSettings);

/** The same as the domain has it. */
export function disclosureSettingsOf(environment: Readonly<z.output<typeof environmentSchema>>): DisclosureSettings {
  return {
    dashboardThreshold: environment.DISCLOSURE_DASHBOARD_THRESHOLD,
    leadThreshold: environment.DISCLOSURE_LEAD_THRESHOLD,
    coordinatorThreshold: environment.DISCLOSURE_COORDINATOR_THRESHOLD,
    extremesReleased: environment.DISCLOSURE_EXTREMES === 'release',
    differencingRefused: environment.DISCLOSURE_DIFFERENCING === 'refuse',
  };
}

function threshold(name: ThresholdName): z.ZodDefault<z.ZodCoercedNumber> {
  return wholeNumber(commonDisclosureSettings[name], LARGEST_THRESHOLD).default(commonDisclosureSettings[name]);
}

function wholeNumber(least: number, most: number): z.ZodCoercedNumber {
  const error = `expected a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int(error).min(least, error).max(most, error);
}
