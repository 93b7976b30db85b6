import { caseFacts } from '../../testing';
import type { CaseChanges } from '../../testing/case-facts';
import { completedMonths } from './completed-months';
import { treatmentAt } from './treatment-at';

const hydroxycarbamide = { drug: 'HYDROXYCARBAMIDE', startedOn: '2001-12-10', stoppedOn: '2002-01-31' } as const;
const imatinib = { drug: 'IMATINIB', startedOn: '2002-01-15', stoppedOn: '2003-01-20' } as const;
const dasatinib = { drug: 'DASATINIB', startedOn: '2003-01-20' } as const;
const nilotinib = { drug: 'NILOTINIB', startedOn: '2004-01-20' } as const;
const treatments: NonNullable<CaseChanges['treatments']> = [hydroxycarbamide, imatinib, dasatinib, nilotinib];

describe('the treatment on a day', () => {
  it.each([
    ['before any', '2001-12-09', undefined],
    ['of the one that runs', '2001-12-20', 'HYDROXYCARBAMIDE'],
    ['at the start of a second one: the first', '2002-01-15', 'HYDROXYCARBAMIDE'],
    ['of two that run: the later', '2002-01-20', 'IMATINIB'],
    ['of a switch: what ran before', '2003-01-20', 'IMATINIB'],
    ['after the switch', '2003-01-21', 'DASATINIB'],
    ['after a line without a stop: the next', '2004-06-01', 'NILOTINIB'],
  ] as const)('%s', (_, on, drug) => {
    expect(treatmentAt(caseFacts({ treatments }), on)?.drug).toBe(drug);
  });

  it('is none between two lines', () => {
    expect(treatmentAt(caseFacts({ treatments: [imatinib, nilotinib] }), '2003-06-01')).toBeUndefined();
  });
});

describe('completed months', () => {
  it.each([
    ['2002-01-15', '2002-01-15', 0],
    ['2002-01-15', '2002-02-14', 0],
    ['2002-01-15', '2002-02-15', 1],
    ['2002-01-31', '2002-02-28', 1],
    ['2002-01-31', '2002-03-30', 1],
    ['2002-01-15', '2003-01-15', 12],
    ['2001-12-31', '2002-01-30', 0],
  ] as const)('from %s to %s are %i', (from, to, months) => {
    expect(completedMonths(from, to)).toBe(months);
  });
});
