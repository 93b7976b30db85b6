import type { Diagnosis, RecordTypes } from '@registry-hub/shared/domain';
import fc from 'fast-check';
import { diffRecords } from './diff-records';
import type { FieldValues } from './record-change';

const diagnosis: Diagnosis = { patientCode: 'FR-001-0001', disease: '9875/3', diagnosedOn: '2001-12-03', wbc: 120, phPositive: true };
const key = ['FR-001-0001'];

describe('the difference between a record and what it was', () => {
  it.each<[string, Diagnosis | undefined, Diagnosis | undefined, object]>([
    ['a changed value', diagnosis, { ...diagnosis, wbc: 12 }, { before: { wbc: 120 }, after: { wbc: 12 } }],
    ['a value that was not known', diagnosis, { ...diagnosis, spleenCm: 4 }, { before: {}, after: { spleenCm: 4 } }],
    [
      'zero and false, which are values',
      diagnosis,
      { ...diagnosis, phPositive: false, wbc: 0 },
      {
        before: { phPositive: true, wbc: 120 },
        after: { phPositive: false, wbc: 0 },
      },
    ],
    ['a new record', undefined, diagnosis, { after: { disease: '9875/3', diagnosedOn: '2001-12-03', wbc: 120, phPositive: true } }],
    ['a void record', diagnosis, undefined, { before: { disease: '9875/3', diagnosedOn: '2001-12-03', wbc: 120, phPositive: true } }],
  ])('tells %s', (_, before, after, change) => {
    expect(diffRecords('diagnosis', before, after)).toEqual({ kind: 'diagnosis', key, ...change });
  });

  it('tells a value that is no longer known', () => {
    const { wbc: _, ...without } = diagnosis;
    expect(diffRecords('diagnosis', diagnosis, without)).toEqual({ kind: 'diagnosis', key, before: { wbc: 120 }, after: {} });
  });

  it('is none between equal records', () => {
    expect(diffRecords('diagnosis', diagnosis, { ...diagnosis })).toBeUndefined();
    expect(diffRecords('diagnosis', undefined, undefined)).toBeUndefined();
  });

  it('names the record by its whole key, as text in key order', () => {
    const dose: RecordTypes['dose'] = { patientCode: 'FR-001-0001', line: 2, fromOn: '2003-01-01', mgPerDay: 400 };
    expect(diffRecords('dose', undefined, dose)).toEqual({
      kind: 'dose',
      key: ['FR-001-0001', '2', '2003-01-01'],
      after: { mgPerDay: 400 },
    });
  });

  it('leads from each of the two records to the other', () => {
    const known = fc.record(
      { phase: fc.constantFrom('CHRONIC', 'BLAST'), wbc: fc.nat(3), platelets: fc.nat(3), completeHematologicResponse: fc.boolean() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(known, known, (one, other) => {
        const identity = { patientCode: 'FR-001-0001', assessedOn: '2002-04-15' };
        const [before, after] = [
          { ...identity, ...one },
          { ...identity, ...other },
        ] as RecordTypes['assessment'][];
        const change = diffRecords('assessment', before, after);
        expect({ ...without(before, change?.before), ...change?.after }).toEqual(after);
        expect({ ...without(after, change?.after), ...change?.before }).toEqual(before);
      }),
    );
  });
});

function without(record: object | undefined, fields: FieldValues = {}): object {
  return Object.fromEntries(Object.entries(record ?? {}).filter(([field]) => !(field in fields)));
}
