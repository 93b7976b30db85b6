import type { ColumnType } from '@registry-hub/shared/domain';
import { fieldParser } from './field-parsers';

const count: ColumnType = { kind: 'integer', hard: { min: 1, max: 200 } };
const share: ColumnType = { kind: 'decimal', unit: '%', hard: { min: 0, max: 100 } };
const disease: ColumnType = { kind: 'text', pattern: /^\d{4}\/\d$/, form: 'a morphology code, as 9875/3' };
const sex: ColumnType = { kind: 'enum', values: ['F', 'M'] };

describe('a field parser', () => {
  test.each<[ColumnType, string, string | number | boolean]>([
    [{ kind: 'text' }, '=SUM(A1:A9)', '=SUM(A1:A9)'],
    [disease, '9875/3', '9875/3'],
    [{ kind: 'date' }, '2004-02-29', '2004-02-29'],
    [{ kind: 'month' }, '1956-06', '1956-06'],
    [{ kind: 'boolean' }, 'true', true],
    [{ kind: 'boolean' }, 'false', false],
    [sex, 'F', 'F'],
    [count, '20', 20],
    [count, '007', 7],
    [share, '0', 0],
    [share, '-0', 0],
    [share, '0.0032', 0.0032],
    [share, '100.00', 100],
  ])('of %j reads %s', (type, cell, value) => {
    expect(fieldParser(type)(cell)).toEqual({ value });
  });

  test.each<[ColumnType, string, string]>([
    [disease, 'C92.1', 'PATTERN_MISMATCH'],
    [{ kind: 'date' }, '2005-02-29', 'UNPARSABLE_VALUE'],
    [{ kind: 'date' }, '29/02/2004', 'UNPARSABLE_VALUE'],
    [{ kind: 'date' }, '2004-2-9', 'UNPARSABLE_VALUE'],
    [{ kind: 'date' }, '2004-02-29T00:00:00Z', 'UNPARSABLE_VALUE'],
    [{ kind: 'month' }, '1956-13', 'UNPARSABLE_VALUE'],
    [{ kind: 'month' }, '1956', 'UNPARSABLE_VALUE'],
    [{ kind: 'boolean' }, 'TRUE', 'UNPARSABLE_VALUE'],
    [{ kind: 'boolean' }, '1', 'UNPARSABLE_VALUE'],
    [sex, 'f', 'UNKNOWN_ENUM_VALUE'],
    [sex, 'constructor', 'UNKNOWN_ENUM_VALUE'],
    [count, '20.0', 'UNPARSABLE_VALUE'],
    [count, 'twenty', 'UNPARSABLE_VALUE'],
    [count, '0', 'OUTSIDE_HARD_RANGE'],
    [count, '201', 'OUTSIDE_HARD_RANGE'],
    [share, '12,5', 'UNPARSABLE_VALUE'],
    [share, '1e2', 'UNPARSABLE_VALUE'],
    [share, '0x10', 'UNPARSABLE_VALUE'],
    [share, 'Infinity', 'UNPARSABLE_VALUE'],
    [share, 'NaN', 'UNPARSABLE_VALUE'],
    [share, '.5', 'UNPARSABLE_VALUE'],
    [share, '100.01', 'OUTSIDE_HARD_RANGE'],
    [share, '9'.repeat(400), 'OUTSIDE_HARD_RANGE'],
  ])('of %j refuses %s: %s', (type, cell, invalid) => {
    expect(fieldParser(type)(cell)).toEqual({ invalid, raw: cell, reason: expect.stringMatching(/^must (be|lie) /) });
  });

  test.each<ColumnType>([{ kind: 'text' }, disease, { kind: 'date' }, { kind: 'month' }, { kind: 'boolean' }, sex, count, share])(
    'of %j takes an empty cell for missing, not for 0 or false',
    (type) => {
      expect(fieldParser(type)('')).toEqual({ missing: true });
    },
  );
});
