import type { RecordStatus } from '@registry-hub/shared/domain';
import type { Role } from '@registry-hub/shared/identity';

/** One way from a record status to another. */
export interface StatusMove {
  /** Who of the country may take it. */
  readonly by: readonly Role[];
  /** Whether a reason has to be given: whatever goes back is asked for one. */
  readonly needsReason: boolean;
  /** Whether every HARD data query of the case has to be closed first. */
  readonly needsAnswers: boolean;
}

const reviewers: readonly Role[] = ['VALIDATOR', 'COORDINATOR'];
const coordinator: readonly Role[] = ['COORDINATOR'];

const review: StatusMove = { by: reviewers, needsReason: false, needsAnswers: false };
const validate: StatusMove = { by: reviewers, needsReason: false, needsAnswers: true };
const lock: StatusMove = { by: coordinator, needsReason: false, needsAnswers: true };
const reopen: StatusMove = { by: reviewers, needsReason: true, needsAnswers: false };
const unlock: StatusMove = { by: coordinator, needsReason: true, needsAnswers: false };

/**
 * The life of a record, from the status of the row to that of the column. On the way forward a status may be passed over, whose
 * conditions then hold all the same: what is locked is as free of HARD questions as what is validated (project convention).
 */
export const recordStatusMoves: { readonly [From in RecordStatus]: { readonly [To in Exclude<RecordStatus, From>]: StatusMove } } = {
  NOTIFIED: { IN_REVIEW: review, VALIDATED: validate, LOCKED: lock },
  IN_REVIEW: { NOTIFIED: reopen, VALIDATED: validate, LOCKED: lock },
  VALIDATED: { NOTIFIED: reopen, IN_REVIEW: reopen, LOCKED: lock },
  LOCKED: { NOTIFIED: unlock, IN_REVIEW: unlock, VALIDATED: { ...unlock, needsAnswers: true } },
};

/** The move between two statuses; undefined when they are the same. */
export function statusMove(from: RecordStatus, to: RecordStatus): StatusMove | undefined {
  const moves: { readonly [To in RecordStatus]?: StatusMove } = recordStatusMoves[from];
  return moves[to];
}
