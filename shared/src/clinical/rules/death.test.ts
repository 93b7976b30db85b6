import type { CaseChanges } from '../../testing/case-facts';
import { hitsOf } from '../../testing/rule-context';
import { deathCauseRule, diedOnPresenceRule, eventAfterDeathRule } from './death';

const dead = (diedOn: `${number}-${number}-${number}`): CaseChanges => ({
  patient: { vitalStatus: 'DEAD', diedOn, deathCause: 'CML', lastContactOn: diedOn },
});

describe('DIED_ON_PRESENCE', () => {
  test.each<[string, CaseChanges, number]>([
    ['alive', {}, 0],
    ['lost', { patient: { vitalStatus: 'LOST' } }, 0],
    ['dead with a date', dead('2005-06-15'), 0],
    ['dead without a date', { patient: { vitalStatus: 'DEAD' } }, 1],
    ['alive with a date of death', { patient: { diedOn: '2005-06-15' } }, 1],
    ['lost with a date of death', { patient: { vitalStatus: 'LOST', diedOn: '2005-06-15' } }, 1],
  ])('%s', (_, changes, count) => {
    expect(hitsOf(diedOnPresenceRule, changes)).toHaveLength(count);
  });
});

describe('EVENT_AFTER_DEATH', () => {
  test.each<[string, CaseChanges, readonly string[]]>([
    ['alive', {}, []],
    ['death on the day of the failure, notified two years later', dead('2003-01-20'), []],
    ['death the day before', dead('2003-01-19'), ['treatment.stoppedOn', 'assessment.assessedOn', 'failure.failedOn']],
    [
      'records of every kind after death',
      {
        ...dead('2001-12-01'),
        assessments: [{}],
        mutations: [{}],
        adverseEvents: [{ resolvedOn: '2003-01-12' }],
      },
      [
        'diagnosis.diagnosedOn',
        'treatment.startedOn',
        'treatment.stoppedOn',
        'dose.fromOn',
        'assessment.assessedOn',
        'mutation.sampledOn',
        'adverseEvent.onsetOn',
        'adverseEvent.resolvedOn',
        'failure.failedOn',
      ],
    ],
  ])('%s', (_, changes, at) => {
    expect(hitsOf(eventAfterDeathRule, changes).map((hit) => hit.at)).toEqual(at);
  });
});

describe('DEATH_CAUSE_PRESENCE', () => {
  test.each<[string, CaseChanges, number]>([
    ['alive without a cause', {}, 0],
    ['dead of an unknown cause', { patient: { ...dead('2005-06-15').patient, deathCause: 'UNKNOWN' } }, 0],
    ['dead without a cause', { patient: { ...dead('2005-06-15').patient, deathCause: undefined } }, 1],
    ['alive with a cause', { patient: { deathCause: 'OTHER' } }, 1],
  ])('%s', (_, changes, count) => {
    expect(hitsOf(deathCauseRule, changes)).toHaveLength(count);
  });
});
