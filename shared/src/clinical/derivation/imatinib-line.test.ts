import type { Drug, ImatinibLine } from '../../domain';
import { drugs } from '../../domain';
import { caseFacts } from '../../testing/case-facts';
import { firstImatinibLine, imatinibLineOf } from './imatinib-line';

describe('imatinibLineOf', () => {
  test.each<[string, readonly (readonly [Drug, `${number}-${number}-${number}`])[], ImatinibLine | undefined]>([
    ['no treatment', [], undefined],
    ['no imatinib', [['INTERFERON_ALFA', '2001-01-01']], undefined],
    ['imatinib alone', [['IMATINIB', '2002-01-15']], 'FIRST_LINE'],
    [
      'hydroxycarbamide and anagrelide before',
      [
        ['HYDROXYCARBAMIDE', '2001-12-05'],
        ['ANAGRELIDE', '2001-12-20'],
        ['IMATINIB', '2002-01-15'],
      ],
      'FIRST_LINE',
    ],
    [
      'interferon before',
      [
        ['INTERFERON_ALFA', '1999-01-01'],
        ['IMATINIB', '2002-01-15'],
      ],
      'NOT_FIRST_LINE',
    ],
    [
      'hydroxycarbamide, then cytarabine before',
      [
        ['HYDROXYCARBAMIDE', '2001-12-05'],
        ['CYTARABINE', '2001-12-20'],
        ['IMATINIB', '2002-01-15'],
      ],
      'NOT_FIRST_LINE',
    ],
    [
      'transplant before',
      [
        ['ALLOGENEIC_TRANSPLANT', '1999-01-01'],
        ['IMATINIB', '2002-01-15'],
      ],
      'NOT_FIRST_LINE',
    ],
    [
      'interferon from the same day',
      [
        ['INTERFERON_ALFA', '2002-01-15'],
        ['IMATINIB', '2002-01-15'],
      ],
      'FIRST_LINE',
    ],
    [
      'dasatinib after',
      [
        ['IMATINIB', '2002-01-15'],
        ['DASATINIB', '2004-01-15'],
      ],
      'FIRST_LINE',
    ],
    [
      'imatinib twice',
      [
        ['IMATINIB', '2002-01-15'],
        ['DASATINIB', '2004-01-15'],
        ['IMATINIB', '2005-01-15'],
      ],
      'FIRST_LINE',
    ],
  ])('%s', (_, lines, expected) => {
    const { treatments } = caseFacts({ treatments: lines.map(([drug, startedOn]) => ({ drug, startedOn })) });
    expect(imatinibLineOf(treatments)).toBe(expected);
  });

  test.each(drugs.filter((drug) => drug !== 'IMATINIB'))('%s before imatinib decides by itself', (drug) => {
    const { treatments } = caseFacts({ treatments: [{ drug, startedOn: '2001-12-10' }, { startedOn: '2002-01-15' }] });
    const sparesFirstLine = drug === 'HYDROXYCARBAMIDE' || drug === 'ANAGRELIDE';
    expect(imatinibLineOf(treatments)).toBe(sparesFirstLine ? 'FIRST_LINE' : 'NOT_FIRST_LINE');
  });
});

test('the imatinib that counts is the first by its start', () => {
  const { treatments } = caseFacts({
    treatments: [
      { drug: 'INTERFERON_ALFA', startedOn: '2000-01-01' },
      { startedOn: '2003-01-15' },
      { line: 3, startedOn: '2002-01-15' },
      { line: 4, drug: 'DASATINIB', startedOn: '2001-01-01' },
    ],
  });
  expect(firstImatinibLine(treatments)?.line).toBe(3);
});
