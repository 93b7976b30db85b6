import type { CaseChanges } from '../../testing/case-facts';
import { hitsOf } from '../../testing/rule-context';
import { dateOrderRule } from './date-order';

describe('DATE_ORDER', () => {
  test.each<[string, CaseChanges, readonly string[]]>([
    ['an ordinary case', {}, []],
    ['diagnosed in the month of birth', { patient: { birthMonth: '2001-12' } }, []],
    ['diagnosed in the month before birth', { patient: { birthMonth: '2002-01' } }, ['diagnosis.diagnosedOn']],
    ['treated on the day of diagnosis', { diagnosis: { diagnosedOn: '2002-01-15' } }, []],
    ['treated the day before', { diagnosis: { diagnosedOn: '2002-01-16' } }, ['treatment.startedOn']],
    ['treated without a diagnosis', { diagnosis: undefined, patient: { birthMonth: '2010-01' } }, []],
    ['stopped on its first day', { treatments: [{ stoppedOn: '2002-01-15' }] }, []],
    ['stopped the day before', { treatments: [{ stoppedOn: '2002-01-14' }] }, ['treatment.stoppedOn']],
    ['resolved on the first day', { adverseEvents: [{ resolvedOn: '2003-01-10' }] }, []],
    ['resolved the day before', { adverseEvents: [{ resolvedOn: '2003-01-09' }] }, ['adverseEvent.resolvedOn']],
    [
      'every fault at once, each at its record',
      {
        patient: { birthMonth: '2005-01' },
        treatments: [{ startedOn: '2000-01-01', stoppedOn: '1999-01-01' }, { startedOn: '2001-01-01' }],
      },
      ['diagnosis.diagnosedOn', 'treatment.startedOn', 'treatment.startedOn', 'treatment.stoppedOn'],
    ],
  ])('%s', (_, changes, at) => {
    expect(hitsOf(dateOrderRule, changes).map((hit) => hit.at)).toEqual(at);
  });

  test('the finding names the record by its key, both dates and what would be right', () => {
    expect(hitsOf(dateOrderRule, { treatments: [{ startedOn: '2001-12-01' }] })).toEqual([
      {
        at: 'treatment.startedOn',
        key: ['FR-001-0001', '1'],
        message: 'started_on 2001-12-01 is before diagnosed_on 2001-12-03; a treatment starts on the day of diagnosis or later.',
      },
    ]);
  });
});
