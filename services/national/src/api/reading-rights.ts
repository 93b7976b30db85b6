import { type Caller, hasNationalRole } from '@registry-hub/shared/identity';
import { centerOf } from '@registry-hub/shared/rights';
import type { ReadingScope } from '../storage';

/** What part of this country's patient-level data a caller may read. */
export function readingScope(caller: Caller, country: string): ReadingScope {
  if (hasNationalRole(caller, country, 'COORDINATOR', 'VALIDATOR')) return { kind: 'registry' };
  const centerCode = centerOf(caller, country);
  return centerCode === undefined ? { kind: 'nothing' } : { kind: 'center', centerCode };
}
