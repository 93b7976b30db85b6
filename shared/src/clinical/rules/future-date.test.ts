import { type CaseChanges, caseFacts } from '../../testing/case-facts';
import { hitsOf } from '../../testing/rule-context';
import { futureDateFindings, futureDateRule } from './future-date';

describe('FUTURE_DATE', () => {
  test.each<[string, CaseChanges, readonly string[]]>([
    ['an ordinary case', {}, []],
    ['today', { patient: { lastContactOn: '2006-07-31' } }, []],
    ['tomorrow', { patient: { lastContactOn: '2006-08-01' } }, ['patient.lastContactOn']],
    ['born this month', { patient: { birthMonth: '2006-07' } }, []],
    ['born next month', { patient: { birthMonth: '2006-08' } }, ['patient.birthMonth']],
    [
      'a date of every kind of record',
      {
        patient: { consentedOn: '2007-01-01', consentWithdrawnOn: '2007-01-01', diedOn: '2007-01-01' },
        diagnosis: { diagnosedOn: '2007-01-01' },
        treatments: [{ startedOn: '2007-01-01', stoppedOn: '2007-01-01' }],
        doses: [{ fromOn: '2007-01-01' }],
        assessments: [{ assessedOn: '2007-01-01' }],
        mutations: [{ sampledOn: '2007-01-01' }],
        adverseEvents: [{ onsetOn: '2007-01-01', resolvedOn: '2007-01-01' }],
        failure: { notifiedOn: '2007-01-01', failedOn: '2007-01-01' },
      },
      [
        'patient.consentedOn',
        'patient.consentWithdrawnOn',
        'patient.diedOn',
        'diagnosis.diagnosedOn',
        'treatment.startedOn',
        'treatment.stoppedOn',
        'dose.fromOn',
        'assessment.assessedOn',
        'mutation.sampledOn',
        'adverseEvent.onsetOn',
        'adverseEvent.resolvedOn',
        'failure.notifiedOn',
        'failure.failedOn',
      ],
    ],
  ])('%s', (_, changes, at) => {
    expect(
      hitsOf(futureDateRule, changes)
        .map((hit) => hit.at)
        .toSorted(),
    ).toEqual(at.toSorted());
  });

  test('a centre, which belongs to no case', () => {
    const center = { centerCode: 'FR-001', name: 'Poitiers', openedOn: '2006-08-01' } as const;
    expect(futureDateFindings('center', center, '2006-07-31')).toEqual([
      {
        rule: 'FUTURE_DATE',
        severity: 'HARD',
        at: { kind: 'center', key: ['FR-001'], field: 'openedOn' },
        message: 'opened_on 2006-08-01 is in the future; it is 2006-07-31 or earlier.',
      },
    ]);
    expect(futureDateFindings('center', center, '2006-08-01')).toEqual([]);
    expect(futureDateFindings('patient', caseFacts().patient, '2006-07-31')).toEqual([]);
  });
});
