import type { Finding, QueryState } from '@registry-hub/shared/domain';
import type { DataQuery } from './data-query';

/** A query that a rule raised, with what synchronising needs to know of its end. */
export interface RuleQuery extends DataQuery {
  /** Whether it was closed because its rule no longer applied, and not by a person. */
  readonly closedByRule: boolean;
}

/** A stored query's new state; `remark` goes into its thread. */
export interface QueryUpdate {
  readonly id: string;
  readonly state: QueryState;
  readonly message: string;
  readonly closedByRule: boolean;
  readonly reopens: boolean;
  readonly remark?: string;
}

export interface QuerySync {
  readonly raise: readonly { readonly patientCode: string; readonly finding: Finding }[];
  readonly update: readonly QueryUpdate[];
}

const CLOSED = 'Closed: the record no longer gives rise to this question.';
const REOPENED = 'Opened again: the record gives rise to this question once more.';

/**
 * What has to happen to the queries of some patients so that they say what the rules find now: what is found anew is
 * raised, what is no longer found is closed, and opens again when it is found again. What a person closed stays closed.
 *
 * @param findings by patient, for every patient that was checked
 * @param stored the queries that rules ever raised about these patients
 */
export function synchroniseQueries(findings: ReadonlyMap<string, readonly Finding[]>, stored: readonly RuleQuery[]): QuerySync {
  const known = new Map(stored.map((query) => [identityOf(query.patientCode, query), query]));
  const found = new Map(
    [...findings].flatMap(([patientCode, ofPatient]) =>
      ofPatient.map((finding) => [identityOf(patientCode, finding), { patientCode, finding }] as const),
    ),
  );
  return {
    raise: [...found].filter(([identity]) => !known.has(identity)).map(([, one]) => one),
    update: [...known].flatMap(([identity, query]) => updateOf(query, found.get(identity)?.finding) ?? []),
  };
}

function updateOf({ id, state, message, closedByRule }: RuleQuery, finding: Finding | undefined): QueryUpdate | undefined {
  const isClosed = state === 'CLOSED';
  if (!finding) return isClosed ? undefined : { id, state: 'CLOSED', message, closedByRule: true, reopens: false, remark: CLOSED };
  const now = { id, message: finding.message, closedByRule: false };
  if (isClosed) return closedByRule ? { ...now, state: 'OPEN', reopens: true, remark: REOPENED } : undefined;
  return message === finding.message ? undefined : { ...now, state, reopens: false };
}

/** Two findings of one rule at one place are the same question, whatever values its sentence names. */
function identityOf(patientCode: string, { rule, at }: Pick<Finding, 'rule' | 'at'>): string {
  return JSON.stringify([patientCode, rule, at.kind, at.key, at.field ?? '']);
}
