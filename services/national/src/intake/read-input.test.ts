import type { RecordKind } from '@registry-hub/shared/domain';
import { bundleFormat, columnName, recordKinds } from '@registry-hub/shared/domain';
import * as fc from 'fast-check';
import { parseBundle } from './parse-bundle';
import { type InputValues, readInput, readKey } from './read-input';

const patientCode = 'FR-001-0001';
const assessment = { patientCode, assessedOn: '2003-01-20' };

describe('a record that comes by itself', () => {
  it('is read as typed values, trimmed; null is not known', () => {
    const given = {
      ...assessment,
      wbc: 6.5,
      metaphasesPhPositive: -0,
      completeHematologicResponse: false,
      phase: ' CHRONIC ',
      platelets: null,
    };
    const { record, faults } = readInput('assessment', { ...given, unheardOf: 'x' }, 'FR');
    expect(faults).toEqual([]);
    expect(record).toStrictEqual({
      ...assessment,
      wbc: 6.5,
      metaphasesPhPositive: 0,
      completeHematologicResponse: false,
      phase: 'CHRONIC',
    });
  });

  it('has the one name of a variant', () => {
    expect(readInput('mutation', { patientCode, sampledOn: '2003-01-20', variant: 'p.(Thr315Ile)' }, 'FR').record?.variant).toBe('T315I');
  });

  it.each([
    ['KIT', 'p.(Asp816Val)', 'KIT D816V'],
    ['KIT', 'KIT D816V', 'KIT D816V'],
    ['KIT', ' none ', 'KIT NONE'],
    ['ABL1', 'T315I', 'T315I'],
    [null, 'KIT D816V', 'KIT D816V'],
    ['', 'T315I', 'T315I'],
  ])('takes the gene %s into the variant %s', (gene, variant, stored) => {
    const { record, faults } = readInput('mutation', { patientCode, sampledOn: '2003-01-20', gene, variant }, 'FR');
    expect(faults).toEqual([]);
    expect(record).toStrictEqual({ patientCode, sampledOn: '2003-01-20', variant: stored });
  });

  it.each([
    [{ gene: 'TP53', variant: 'T315I' }, 'gene', 'UNKNOWN_ENUM_VALUE'],
    [{ gene: 'KIT', variant: 'PDGFRA D842V' }, 'variant', 'UNPARSABLE_VARIANT'],
    [{ gene: 'KIT', variant: '' }, 'variant', 'MISSING_VALUE'],
  ])('refuses %j', (given, field, rule) => {
    const { faults } = readInput('mutation', { patientCode, sampledOn: '2003-01-20', ...given }, 'FR');
    expect(faults).toMatchObject([{ field, rule }]);
  });

  it.each<[string, RecordKind, InputValues, string, string, RegExp]>([
    [
      'a value outside its range',
      'assessment',
      { ...assessment, wbc: 1501 },
      'wbc',
      'OUTSIDE_HARD_RANGE',
      /^wbc must lie between 0 and 1500/,
    ],
    [
      'a value that is too small to be written plainly',
      'diagnosis',
      { platelets: 1e-7 },
      'platelets',
      'OUTSIDE_HARD_RANGE',
      /between 0\.1/,
    ],
    ['an unknown word', 'assessment', { ...assessment, phase: 'chronic' }, 'phase', 'UNKNOWN_ENUM_VALUE', /CHRONIC/],
    [
      'a date that does not exist',
      'assessment',
      { patientCode, assessedOn: '2003-02-30' },
      'assessedOn',
      'UNPARSABLE_VALUE',
      /that exists/,
    ],
    [
      'a code of another country',
      'assessment',
      { ...assessment, patientCode: 'DE-001-0001' },
      'patientCode',
      'CODE_OF_ANOTHER_COUNTRY',
      /FR-/,
    ],
    ['a blank where something is required', 'center', { centerCode: 'FR-001', name: '  ' }, 'name', 'MISSING_VALUE', /name is required/],
    [
      'a name',
      'adverseEvent',
      { patientCode, term: 'Rash, says Marie Dupont', grade: 1, onsetOn: '2003-01-10' },
      'term',
      'IDENTIFYING_VALUE',
      /name/,
    ],
    ['a day of birth', 'patient', { patientCode, birthMonth: '1950-06-12' }, 'birthMonth', 'IDENTIFYING_VALUE', /full date/],
    ['broken characters', 'center', { centerCode: 'FR-001', name: 'Poitiers\0' }, 'name', 'NOT_UTF8', /UTF-8/],
  ])('is refused for %s', (_, kind, values, field, rule, message) => {
    expect(readInput(kind, values, 'FR').faults).toContainEqual({ field, rule, message: expect.stringMatching(message) });
  });

  it('loses a faulty optional field, and is none without a required one', () => {
    expect(readInput('assessment', { ...assessment, wbc: -1, platelets: 300 }, 'FR').record).toEqual({ ...assessment, platelets: 300 });
    expect(readInput('assessment', { patientCode }, 'FR').record).toBeUndefined();
  });

  it('is told all its faults', () => {
    const { faults } = readInput('patient', { patientCode: 'x', sex: 'm' }, 'FR');
    expect(faults.map(({ field }) => field)).toEqual(['patientCode', 'centerCode', 'sex', 'birthMonth', 'vitalStatus']);
  });

  const anyText = fc.oneof(
    fc.string(),
    fc.constantFrom('CHRONIC', 'T315I', '2003-01-20', 'FR-001', patientCode, '1950-06', 'true', 'a@b.fr', '7'),
  );

  it('is judged as the same row of a bundle would be', () => {
    const anyRecord = fc.constantFrom(...recordKinds).chain((kind) => {
      const fields = Object.keys(bundleFormat[kind].columns);
      // what only a file can get wrong: its quotes, its line ends, its encoding
      const cells = fc.array(
        anyText.filter((text) => !/["\r\n\0\uFFFD\p{Surrogate}]/u.test(text)),
        { minLength: fields.length, maxLength: fields.length },
      );
      return cells.map((values) => ({ kind, fields, values }));
    });
    fc.assert(
      fc.property(anyRecord, ({ kind, fields, values }) => {
        const { file } = bundleFormat[kind];
        const content = `${fields.map(columnName).join(',')}\n${values.map((value) => `"${value}"`).join(',')}\n`;
        const row = parseBundle([{ name: file, content }], 'FR');
        const input = readInput(kind, Object.fromEntries(fields.map((field, index) => [field, values[index]])), 'FR');
        expect(input.record).toEqual(row.records[kind][0]?.record);
        expect(input.faults.map(({ field, rule }) => `${columnName(field)} ${rule}`).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
          row.problems.map(({ column, rule }) => `${column} ${rule}`).toSorted((a, b) => (a < b ? -1 : 1)),
        );
      }),
    );
  });
});

describe('the key of a stored record', () => {
  it('is read as it is stored', () => {
    expect(readKey('mutation', { patientCode, sampledOn: '2003-01-20', variant: 'thr315ile' }, 'FR')).toEqual([
      patientCode,
      '2003-01-20',
      'T315I',
    ]);
    expect(readKey('treatment', { patientCode, line: 2 }, 'FR')).toEqual([patientCode, '2']);
  });

  it.each<InputValues>([{ patientCode }, { patientCode: 'DE-001-0001', line: 1 }, { patientCode, line: 0 }])(
    '%j names nothing',
    (values) => {
      expect(readKey('treatment', values, 'FR')).toBeUndefined();
    },
  );
});
