import { isDeepStrictEqual } from 'node:util';
import type { DerivedCase } from '@registry-hub/shared/domain';

/** Whether two derived rows say the same, whatever the version of the rules that derived them. */
export function isDerivedAlike(one: DerivedCase, other: DerivedCase | undefined): boolean {
  return other !== undefined && isDeepStrictEqual(withoutVersion(one), withoutVersion(other));
}

function withoutVersion({ derivationVersion: _, ...derived }: DerivedCase): object {
  return derived;
}
