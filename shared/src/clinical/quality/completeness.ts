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

const expectedByGroup = fieldGroups.map((group) => [group, expectedFields.filter((field) => field.group === group)] as const);

/** The completeness of one case by group of fields. */
export function completenessOf(facts: CaseFacts): Completeness {
  const counted = expectedByGroup.map(([group, fields]) => {
    let expected = 0;
    let filled = 0;
    for (const field of fields) {
      const slots = field.filled(facts);
      expected += slots.length;
      for (const isFilled of slots) if (isFilled) filled += 1;
    }
    return [group, { expected, filled }] as const;
  });
  return Object.fromEntries(counted) as Completeness;
}

/** The counts of several groups, or of several cases, together. */
export function addCounts(counts: readonly FieldCount[]): FieldCount {
  return counts.reduce((sum, { expected, filled }) => ({ expected: sum.expected + expected, filled: sum.filled + filled }), nothing);
}
