import { z } from 'zod';
import type { DisclosureSettings } from '../domain';

const settingsSchema = z.object({
  dashboardThreshold: z.int(),
  leadThreshold: z.int(),
  coordinatorThreshold: z.int(),
  extremesReleased: z.boolean(),
  differencingRefused: z.boolean(),
});

/** A country's settings as they travel with its sums. */
export function disclosureSettingsText(settings: DisclosureSettings): string {
  return JSON.stringify(settings);
}

/** The inverse; undefined when the text holds no settings. */
export function readDisclosureSettings(text: string): DisclosureSettings | undefined {
  try {
    return settingsSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
