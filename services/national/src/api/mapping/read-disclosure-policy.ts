import type { DisclosureSettings } from '@registry-hub/shared/domain';
import type { DisclosurePolicyInput } from '../types';

/** The settings that were given; one that is null is left as it is. */
export function readDisclosurePolicy(input: DisclosurePolicyInput): Partial<DisclosureSettings> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null && value !== undefined));
}
