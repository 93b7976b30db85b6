import type { CaseFacts } from '../../domain';
import { type ExpectedField, type FieldGroup, fieldGroups } from './expected-field';
import { knownFieldExpectations } from './expected-fields';

/** How many fields a complete case would have, and how many of them this one has. */
export interface FieldCount {
  readonly expected: number;
  readonly filled: number;
}

/** Of every field that may be expected, by its name. */
export type FieldCounts = ReadonlyMap<string, FieldCount>;

export type Completeness = Readonly<Record<FieldGroup, FieldCount>>;

const nothing: FieldCount = { expected: 0, filled: 0 };

/** How often each field is expected of one case, and there: whichever a registry expects, it finds counted. */
export function countFields(facts: CaseFacts): FieldCounts {
  return new Map(
    knownFieldExpectations.map(({ name, filled }) => {
      const slots = filled(facts);
      return [name, { expected: slots.length, filled: slots.filter(Boolean).length }];
    }),
  );
}

/**
 * Completeness by group of fields.
 *
 * @param fields those that a registry expects
 */
export function completenessOf(counts: FieldCounts, fields: readonly ExpectedField[]): Completeness {
  const countOf = ({ name }: ExpectedField): FieldCount => counts.get(name) ?? nothing;
  return Object.fromEntries(
    fieldGroups.map((group) => [group, addCounts(fields.filter((field) => field.group === group).map(countOf))]),
  ) as Completeness;
}

/** The counts of several groups, or of several cases, together. */
export function addCounts(counts: readonly FieldCount[]): FieldCount {
  return counts.reduce((sum, { expected, filled }) => ({ expected: sum.expected + expected, filled: sum.filled + filled }), nothing);
}
