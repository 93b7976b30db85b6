import { remissionCase, STOPPED_ON } from '../../../testing';
import type { Attempt } from '../records/attempt';
import { attemptCourses } from './attempt-course';

const attempt = (changes: Partial<Attempt> = {}): Attempt => ({
  patientCode: 'FR-001-0001',
  attempt: 1,
  criteria: 'OTHER',
  stoppedOn: STOPPED_ON,
  ...changes,
});
const only = (facts: ReturnType<typeof remissionCase>, changes: Partial<Attempt> = {}) => attemptCourses(facts, [attempt(changes)])[0];

describe('the course of an attempt', () => {
  it.each<[string, readonly number[], Partial<Attempt>, object]>([
    ['lasts while BCR::ABL1 is at most 0.1 %', [0.1, 0.1], {}, { outcome: 'IN_REMISSION', followedUntil: '2014-04-01' }],
    [
      'ends with the first loss of major molecular response',
      [0.01, 0.11, 0.3],
      {},
      { outcome: 'MOLECULAR_RELAPSE', relapsedOn: '2014-04-01' },
    ],
    ['ends with a restart without one', [0.01], { restartedOn: '2014-03-10' }, { outcome: 'RESTARTED' }],
    ['is not followed without results', [], {}, { outcome: 'IN_REMISSION', followedUntil: STOPPED_ON, followUp: [] }],
  ])('%s', (_, afterStop, changes, expected) => {
    expect(only(remissionCase('FR-001-0001', { afterStop }), changes)).toMatchObject(expected);
  });

  it('does not take for its own what was measured once treatment was taken up again, or at the next attempt', () => {
    const facts = remissionCase('FR-001-0001', { afterStop: [0.01, 0.5] });
    expect(only(facts, { restartedOn: '2014-03-10' })?.followUp).toHaveLength(1);
    const courses = attemptCourses(facts, [attempt(), attempt({ attempt: 2, stoppedOn: '2014-03-15' })]);
    expect(courses.map(({ outcome }) => outcome)).toEqual(['IN_REMISSION', 'MOLECULAR_RELAPSE']);
  });

  it('ends with death', () => {
    expect(only(remissionCase('FR-001-0001', { diedOn: '2015-06-01' }))).toMatchObject({ outcome: 'DIED' });
  });
});
