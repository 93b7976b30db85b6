import type { CaseFacts } from '../../domain';
import { type FieldGroup, fieldGroups } from './expected-field';
import { expectedFields } from './expected-fields';

/** How many fields a complete case would have, and how many of them this one has. */
export interface FieldCount {
  readonly expected: number;
  readonly filled: number;
}

export type Completeness = Readonly<Record<FieldGroup, FieldCount>>;

const nothing: FieldCount = { expected: 0, filled: 0 };

/** The completeness of one case by group of fields. */
export function completenessOf(facts: CaseFacts): Completeness {
  const counted = fieldGroups.map((group) => {
    const slots = expectedFields.filter((field) => field.group === group).flatMap(({ filled }) => filled(facts));
    return [group, { expected: slots.length, filled: slots.filter(Boolean).length }] as const;
  });
  return Object.fromEntries(counted) as Completeness;
}

/** The counts of several groups, or of several cases, together. */
export function addCounts(counts: readonly FieldCount[]): FieldCount {
  return counts.reduce((sum, { expected, filled }) => ({ expected: sum.expected + expected, filled: sum.filled + filled }), nothing);
}
