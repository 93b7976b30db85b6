import type { QueryState, RecordReference, Severity } from '@registry-hub/shared/domain';

/** A question of quality control about one record. */
export interface DataQuery {
  readonly id: string;
  readonly patientCode: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly at: RecordReference;
  readonly message: string;
  readonly state: QueryState;
  readonly raisedAt: Date;
  /** The person's subject; absent when a rule raised it. */
  readonly raisedBy?: string;
}

export interface QueryMessage {
  readonly queryId: string;
  readonly author: string;
  readonly at: Date;
  readonly text: string;
}

/** The rule of a question that a person asks. */
export const MANUAL_RULE = 'MANUAL';

/** The author of what the registry itself adds to a thread. */
export const SYSTEM_AUTHOR = 'system';

/** Numbers in the order in which queries were raised. */
export const DATA_QUERY_ID = /^\d{1,18}$/;
