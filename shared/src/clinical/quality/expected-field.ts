import type { CaseFacts, RecordTypes } from '../../domain';

/** What completeness is told by. */
export const fieldGroups = [
  'DEMOGRAPHY',
  'CONSENT',
  'DIAGNOSIS',
  'BASELINE_LABORATORY',
  'TREATMENT',
  'RESPONSE_MONITORING',
  'FAILURE',
  'FOLLOW_UP',
] as const;
export type FieldGroup = (typeof fieldGroups)[number];

/** When something is to be expected of a case. */
export interface Occasion {
  /** As it follows "expected": `of every case`. */
  readonly when: string;
  readonly applies: (facts: CaseFacts) => boolean;
}

/** Records, or times, of each of which something is to be expected. */
export interface Repeated<T> {
  readonly when: string;
  readonly items: (facts: CaseFacts) => readonly T[];
}

/** Something that a complete case has. */
export interface ExpectedField {
  readonly group: FieldGroup;
  /** A field of the bundle, `diagnosis.karyotype`, or what several fields show, in words. */
  readonly name: string;
  readonly when: string;
  /** For each time that it is expected of this case, whether it is there; empty when it is not expected. */
  readonly filled: (facts: CaseFacts) => readonly boolean[];
}

/** Kinds of which a case has one record at most. */
type SingleKind = 'patient' | 'diagnosis' | 'failure';

/** A row of the table that is there, or not, once for a case. */
export function once(group: FieldGroup, name: string, { when, applies }: Occasion, isThere: (facts: CaseFacts) => boolean): ExpectedField {
  return { group, name, when, filled: (facts) => (applies(facts) ? [isThere(facts)] : []) };
}

/** Rows for fields of a record of which a case has one at most; where the record is missing, so are they. */
export function fields<K extends SingleKind>(
  group: FieldGroup,
  kind: K,
  names: readonly (keyof RecordTypes[K] & string)[],
  occasion: Occasion,
): readonly ExpectedField[] {
  return names.map((name) => once(group, `${kind}.${name}`, occasion, (facts) => recordOf(facts, kind)?.[name] !== undefined));
}

function recordOf<K extends SingleKind>(facts: CaseFacts, kind: K): RecordTypes[K] | undefined {
  const records: { readonly [S in SingleKind]?: RecordTypes[S] } = facts;
  return records[kind];
}

/** A row that is expected of each of several records, or at each of several times. */
export function each<T>(
  group: FieldGroup,
  name: string,
  { when, items }: Repeated<T>,
  isThere: (item: T, facts: CaseFacts) => boolean,
): ExpectedField {
  return { group, name, when, filled: (facts) => items(facts).map((item) => isThere(item, facts)) };
}
