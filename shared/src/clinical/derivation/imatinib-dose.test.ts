import { type CaseChanges, caseFacts } from '../../testing/case-facts';
import { imatinibDoseOn } from './imatinib-dose';

describe('imatinibDoseOn', () => {
  const escalated: CaseChanges = {
    doses: [{ mgPerDay: 400 }, { fromOn: '2002-09-01', mgPerDay: 600 }, { fromOn: '2003-01-21', mgPerDay: 800 }],
  };
  const twoDrugs: CaseChanges = {
    treatments: [{ stoppedOn: '2002-12-01' }, { drug: 'DASATINIB', startedOn: '2002-12-02' }, { startedOn: '2003-01-01' }],
    doses: [{ mgPerDay: 400 }, { line: 2, fromOn: '2002-12-02', mgPerDay: 140 }, { line: 3, fromOn: '2003-01-01', mgPerDay: 300 }],
  };
  test.each<[string, CaseChanges, number | undefined]>([
    ['the dose before the failure, not the one after', escalated, 600],
    ['a dose from the very day', { doses: [{ mgPerDay: 400 }, { fromOn: '2003-01-20', mgPerDay: 500 }] }, 500],
    ['no dose documented', { doses: [] }, undefined],
    ['only a dose after the failure', { doses: [{ fromOn: '2003-02-01' }] }, undefined],
    ['the dose of another drug does not count', { ...twoDrugs, doses: (twoDrugs.doses ?? []).slice(0, 2) }, 400],
    ['the last imatinib line given before the failure', twoDrugs, 300],
    ['a dose of no line is of no known drug', { doses: [{ line: 9 }] }, undefined],
  ])('%s', (_, changes, expected) => {
    expect(imatinibDoseOn(caseFacts(changes), '2003-01-20')).toBe(expected);
  });
});
