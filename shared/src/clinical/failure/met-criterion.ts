import type { RecordReference } from '../../domain';
import type { FailureCode } from './failure-criteria';

/** A criterion of failure that a case meets. */
export interface MetCriterion {
  readonly code: FailureCode;
  /** What is met, in words, with the dates and values that show it. */
  readonly message: string;
  /** The records that show it, earliest first. */
  readonly evidence: readonly RecordReference[];
}
