import {
  bundleFormat,
  type CaseFacts,
  type Center,
  type Column,
  dateOfDayNumber,
  dayNumber,
  type RecordKind,
  type RecordTypes,
} from '@registry-hub/shared/domain';
import * as fc from 'fast-check';

const day = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2026-01-01') }).map(dateOfDayNumber);

/** Texts that neither look like a person nor are equal once trimmed. */
const texts: Readonly<Record<string, readonly string[]>> = {
  disease: ['9875/3', '8936/3', '9741/3', '8821/1'],
  transcript: ['e13a2', 'e14a2', 'e13a2+e14a2'],
  karyotype: ['46,XX,t(9;22)(q34;q11)[20]', '46,XY[20]', '46,XY,t(9;22)(q34;q11)[18]/47,idem,+8[2]'],
  variant: ['T315I', 'M351T', 'E255K', 'F359C', 'KIT D816V', 'KIT W557_K558del', 'PDGFRA V561D', 'NONE', 'KIT NONE'],
};
const anyText = ['rash', 'oedème "périphérique", grade ≥ 2', 'TIDEL / β', 'a\u00a0b', 'Ödem; Fieber', '0'];

function valueOf(field: string, column: Column): fc.Arbitrary<string | number | boolean> {
  switch (column.kind) {
    case 'text':
      return fc.constantFrom(...(texts[field] ?? anyText));
    case 'date':
      return day;
    case 'month':
      return day.map((date) => date.slice(0, 7));
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...column.values);
    case 'integer':
      return fc.integer(column.hard);
    case 'decimal':
      return fc.oneof(
        fc.double({ ...column.hard, noNaN: true }),
        fc.integer({ min: Math.ceil(column.hard.min), max: Math.floor(column.hard.max) }),
      );
  }
}

/** A record of a kind: whatever its columns allow, each optional field there or not; `fixed` are the fields that are given. */
function recordOf<K extends RecordKind>(kind: K, fixed: Partial<RecordTypes[K]>): fc.Arbitrary<RecordTypes[K]> {
  const columns = Object.entries<Column>(bundleFormat[kind].columns).filter(([field]) => !(field in fixed));
  const required = columns.filter(([, column]) => column.required).map(([field]) => field);
  const model = Object.fromEntries(columns.map(([field, column]) => [field, valueOf(field, column)]));
  const isRecord = (fields: object): fields is RecordTypes[K] => required.every((field) => field in fields);
  return fc
    .record(model, { requiredKeys: required })
    .map((fields): object => ({ ...fixed, ...fields }))
    .filter(isRecord);
}

function listOf<K extends RecordKind>(kind: K, fixed: Partial<RecordTypes[K]>, maxLength: number): fc.Arbitrary<RecordTypes[K][]> {
  const { key } = bundleFormat[kind];
  return fc.uniqueArray(recordOf(kind, fixed), { maxLength, selector: (record) => key.map((field) => String(record[field])).join('|') });
}

export interface ArbitraryRegistry {
  readonly centers: readonly Center[];
  readonly cases: readonly CaseFacts[];
}

const centerCode = 'FR-001';

const caseOf = (patientCode: string): fc.Arbitrary<CaseFacts> =>
  fc
    .record({
      patient: recordOf('patient', { patientCode, centerCode }),
      ehdsOptOut: fc.constant(false),
      recordStatus: fc.constant('NOTIFIED' as const),
      diagnosis: fc.option(recordOf('diagnosis', { patientCode }), { nil: undefined }),
      treatments: listOf('treatment', { patientCode }, 3),
      doses: listOf('dose', { patientCode }, 3),
      assessments: listOf('assessment', { patientCode }, 4),
      mutations: listOf('mutation', { patientCode }, 3),
      adverseEvents: listOf('adverseEvent', { patientCode }, 3),
      failure: fc.option(recordOf('failure', { patientCode }), { nil: undefined }),
    })
    .map(({ diagnosis, failure, ...facts }) => ({ ...facts, ...(diagnosis ? { diagnosis } : {}), ...(failure ? { failure } : {}) }));

/** Centres and patients with every kind of record, contradictory and incomplete ones included. */
export const arbitraryRegistry: fc.Arbitrary<ArbitraryRegistry> = fc.record({
  centers: fc.tuple(recordOf('center', { centerCode }), recordOf('center', { centerCode: 'FR-002' })),
  cases: fc.tuple(caseOf('FR-001-0001'), caseOf('FR-001-0002')),
});
