import type { CalendarDate, Drug } from '@registry-hub/shared/domain';
import { type CaseChanges, caseFacts } from '@registry-hub/shared/testing';
import { stoppingCriteriaOf } from './stopping-criteria';

const STOP = '2014-02-01';
const MR4 = 0.01;
const MR4_5 = 0.003;

function criteria(
  startedOn: CalendarDate,
  results: readonly (readonly [on: CalendarDate, isPct: number])[],
  { drug = 'IMATINIB', ...changes }: CaseChanges & { readonly drug?: Drug } = {},
): string | undefined {
  const assessments = results.map(([assessedOn, bcrAbl1IsPct]) => ({ assessedOn, bcrAbl1IsPct, abl1Copies: 50_000 }));
  return stoppingCriteriaOf(
    caseFacts({ treatments: [{ drug, startedOn, stoppedOn: STOP }], assessments, failure: undefined, ...changes }),
    STOP,
  );
}

describe('criteria for stopping (Hochhaus et al., Leukemia 2020;34:966)', () => {
  it.each([
    [
      'more than 5 years, MR4 for more than 2',
      '2008-01-01',
      [
        ['2011-12-01', MR4],
        ['2014-01-01', MR4],
      ],
      'IMATINIB',
      'ELN2020_MINIMAL',
    ],
    [
      'MR4 for more than 3',
      '2008-01-01',
      [
        ['2011-01-01', MR4],
        ['2014-01-01', MR4],
      ],
      'IMATINIB',
      'ELN2020_OPTIMAL',
    ],
    [
      'MR4.5 for more than 2',
      '2008-01-01',
      [
        ['2011-12-01', MR4_5],
        ['2014-01-01', MR4_5],
      ],
      'IMATINIB',
      'ELN2020_OPTIMAL',
    ],
    [
      'just 5 years',
      '2009-02-01',
      [
        ['2010-01-01', MR4],
        ['2014-01-01', MR4],
      ],
      'IMATINIB',
      'NOT_MET',
    ],
    [
      '4 years of the second generation',
      '2010-01-01',
      [
        ['2010-12-01', MR4],
        ['2014-01-01', MR4],
      ],
      'NILOTINIB',
      'ELN2020_MINIMAL',
    ],
    [
      '4 years of imatinib',
      '2010-01-01',
      [
        ['2010-12-01', MR4],
        ['2014-01-01', MR4],
      ],
      'IMATINIB',
      'NOT_MET',
    ],
    [
      'just 2 years of MR4',
      '2008-01-01',
      [
        ['2012-02-01', MR4],
        ['2014-01-01', MR4],
      ],
      'IMATINIB',
      'NOT_MET',
    ],
    [
      'MR4 lost in between',
      '2006-01-01',
      [
        ['2010-01-01', MR4],
        ['2013-01-01', 0.02],
        ['2014-01-01', MR4],
      ],
      'IMATINIB',
      'NOT_MET',
    ],
    ['no result before the stop', '2006-01-01', [['2014-03-01', MR4]], 'IMATINIB', undefined],
  ] as const)('%s', (_, startedOn, results, drug, expected) => {
    expect(criteria(startedOn, results, { drug })).toBe(expected);
  });

  const long = [
    ['2010-01-01', MR4_5],
    ['2014-01-01', MR4_5],
  ] as const;
  it.each<[string, CaseChanges]>([
    ['a failure before', { failure: { failedOn: '2009-01-01' } }],
    [
      'resistance before',
      {
        treatments: [
          { drug: 'IMATINIB', startedOn: '2004-01-01', stoppedOn: '2006-01-01', stopReason: 'RESISTANCE' },
          { drug: 'DASATINIB', startedOn: '2006-01-02' },
        ],
      },
    ],
    ['an advanced phase', { diagnosis: { phase: 'ACCELERATED' } }],
  ])('are not met after %s', (_, changes) => {
    expect(criteria('2004-01-01', long, changes)).toBe('NOT_MET');
  });

  it('need the control gene that a deep response needs', () => {
    const assessments = long.map(([assessedOn, bcrAbl1IsPct]) => ({ assessedOn, bcrAbl1IsPct, abl1Copies: 5000 }));
    expect(criteria('2004-01-01', [], { assessments })).toBe('NOT_MET');
  });
});
