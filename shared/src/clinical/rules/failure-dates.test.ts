import type { CaseChanges } from '../../testing/case-facts';
import { hitsOf } from '../../testing/rule-context';
import { failureAfterImatinibStartRule, notificationAfterFailureRule } from './failure-dates';

describe('FAILURE_NOT_AFTER_IMATINIB_START', () => {
  test.each<[string, CaseChanges, number]>([
    ['the day after the start', { failure: { failedOn: '2002-01-16' } }, 0],
    ['the day of the start', { failure: { failedOn: '2002-01-15' } }, 1],
    ['before the start', { failure: { failedOn: '2001-12-24' } }, 1],
    ['between the first and a second imatinib', { treatments: [{}, { startedOn: '2004-01-01' }] }, 0],
    ['without imatinib', { treatments: [{ drug: 'DASATINIB', startedOn: '2004-01-01' }] }, 0],
    ['without a failure', { failure: undefined }, 0],
  ])('%s', (_, changes, count) => {
    expect(hitsOf(failureAfterImatinibStartRule, changes)).toHaveLength(count);
  });
});

describe('NOTIFIED_BEFORE_FAILURE', () => {
  test.each<[string, CaseChanges, number]>([
    ['the same day', { failure: { failedOn: '2005-02-10' } }, 0],
    ['the day before', { failure: { failedOn: '2005-02-11' } }, 1],
    ['without a failure', { failure: undefined }, 0],
  ])('%s', (_, changes, count) => {
    expect(hitsOf(notificationAfterFailureRule, changes)).toHaveLength(count);
  });
});
