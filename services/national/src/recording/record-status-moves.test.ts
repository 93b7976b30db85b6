import { type RecordStatus, recordStatuses } from '@registry-hub/shared/domain';
import { statusMove } from './record-status-moves';

const both = ['VALIDATOR', 'COORDINATOR'];
const coordinator = ['COORDINATOR'];

describe('the life of a record', () => {
  it.each<[from: RecordStatus, to: RecordStatus, by: readonly string[], needs: string]>([
    ['NOTIFIED', 'IN_REVIEW', both, 'nothing'],
    ['NOTIFIED', 'VALIDATED', both, 'answers'],
    ['NOTIFIED', 'LOCKED', coordinator, 'answers'],
    ['IN_REVIEW', 'NOTIFIED', both, 'a reason'],
    ['IN_REVIEW', 'VALIDATED', both, 'answers'],
    ['IN_REVIEW', 'LOCKED', coordinator, 'answers'],
    ['VALIDATED', 'NOTIFIED', both, 'a reason'],
    ['VALIDATED', 'IN_REVIEW', both, 'a reason'],
    ['VALIDATED', 'LOCKED', coordinator, 'answers'],
    ['LOCKED', 'NOTIFIED', coordinator, 'a reason'],
    ['LOCKED', 'IN_REVIEW', coordinator, 'a reason'],
    ['LOCKED', 'VALIDATED', coordinator, 'a reason and answers'],
  ])('%s to %s: %j, with %s', (from, to, by, needs) => {
    expect(statusMove(from, to)).toEqual({ by, needsReason: needs.includes('reason'), needsAnswers: needs.includes('answers') });
  });

  it.each(recordStatuses)('%s to itself is no move', (status) => {
    expect(statusMove(status, status)).toBeUndefined();
  });
});
