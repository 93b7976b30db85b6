import type { Assessment, CalendarDate } from '@registry-hub/shared/domain';
import { caseFacts } from '@registry-hub/shared/testing';
import { earlyResponse } from './early-response';

type Result = readonly [on: CalendarDate, isPct: number];
const START = '2006-01-10';

function after(results: readonly Result[], drug: 'IMATINIB' | 'HYDROXYCARBAMIDE' = 'IMATINIB', transcript = 'e14a2'): unknown {
  const assessments = results.map(([assessedOn, bcrAbl1IsPct]): Omit<Assessment, 'patientCode'> => ({ assessedOn, bcrAbl1IsPct }));
  return earlyResponse(caseFacts({ diagnosis: { transcript }, treatments: [{ drug, startedOn: START }], assessments }));
}

describe('the early response', () => {
  it.each<[string, readonly Result[], object]>([
    [
      'at the limit',
      [
        ['2006-01-05', 80],
        ['2006-04-10', 10],
      ],
      { earlyMolecularResponse: true, halvingTime: 30, halvesWithin76Days: true },
    ],
    ['above it', [['2006-04-10', 10.1]], { bcrAbl1AtMonth3: 10.1, earlyMolecularResponse: false }],
    [
      'slow',
      [
        ['2006-01-10', 60],
        ['2006-04-10', 40],
      ],
      { earlyMolecularResponse: false, halvesWithin76Days: false },
    ],
    [
      'of several results, the one nearest to month 3',
      [
        ['2006-03-20', 30],
        ['2006-04-12', 9],
      ],
      { bcrAbl1AtMonth3: 9 },
    ],
    [
      'before the treatment, the last one',
      [
        ['2005-12-12', 100],
        ['2006-01-09', 80],
        ['2006-04-10', 10],
      ],
      { halvingTime: 30 },
    ],
  ])('%s', (_, results, expected) => {
    expect(after(results)).toMatchObject(expected);
  });

  it('is not known without a result about month 3, a halving time not without one from before', () => {
    expect(
      after([
        ['2006-01-05', 80],
        ['2006-07-10', 1],
      ]),
    ).toBeUndefined();
    expect(after([['2006-04-10', 5]])).toEqual({ bcrAbl1AtMonth3: 5, earlyMolecularResponse: true });
    expect(
      after([
        ['2006-01-05', 0],
        ['2006-04-10', 5],
      ]),
    ).not.toHaveProperty('halvingTime');
  });

  it('is not known without a tyrosine kinase inhibitor, or off the International Scale', () => {
    expect(after([['2006-04-10', 5]], 'HYDROXYCARBAMIDE')).toBeUndefined();
    expect(after([['2006-04-10', 5]], 'IMATINIB', 'e19a2')).toBeUndefined();
  });
});
