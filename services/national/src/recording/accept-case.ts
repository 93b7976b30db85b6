import { deriveCase } from '@registry-hub/shared/clinical';
import type { CalendarDate, CaseFacts, Finding, RecordReference } from '@registry-hub/shared/domain';
import { badUserInput, type InputProblem } from '@registry-hub/shared/errors';
import type { EntityManager } from 'typeorm';
import { CaseStore } from '../storage';
import { centerFaults, compareCases, contradictionsOf, findingsOf, findingsOfOthers } from '../validation';
import { type CaseChange, loadSurroundings } from '../writing';

/** A case as someone wants it to be. */
export interface Proposal {
  readonly before: CaseFacts | undefined;
  readonly after: CaseFacts;
  /** What reading the input found wrong; the rules are asked about the rest all the same. */
  readonly faults: readonly InputProblem[];
  /** The argument that a finding at this place is about. */
  readonly argumentOf: (at: RecordReference) => string;
  /** The record below the patient that is in the case no longer. */
  readonly removed?: Pick<RecordReference, 'kind' | 'key'>;
}

export interface AcceptedCase {
  readonly cases: readonly [CaseChange];
  /** What other patients are suspected of now. */
  readonly others: ReadonlyMap<string, readonly Finding[]>;
}

/**
 * Asks the rules of an import about one case as it would stand.
 *
 * @throws HubError BAD_USER_INPUT with every problem that refuses it
 */
export async function acceptCase(
  manager: EntityManager,
  { before, after, faults, argumentOf, removed }: Proposal,
  today: CalendarDate,
): Promise<AcceptedCase> {
  const candidate = { facts: after, derived: deriveCase(after) };
  const around = await loadSurroundings(manager, before ? [before.patient, after.patient] : [after.patient]);
  const comparison = compareCases([candidate], around);
  const { refusing, queries } = findingsOf(candidate, comparison, today);
  const counted = faults.length === 0 ? refusing : contradictionsOf(refusing);
  const found = [
    ...(await centerProblems(manager, before, after)),
    ...counted.map(({ at, rule, message }) => ({ field: argumentOf(at), message, rule })),
  ];
  const told = new Set(faults.map(({ field }) => field));
  // a value that could not be read is absent for the rules; what they say of it has been said
  const problems = [...faults, ...found.filter(({ field }) => !told.has(field))];
  if (problems.length > 0) throw badUserInput(...problems);
  const change = { before, after, derived: candidate.derived, findings: queries, ...(removed && { removed }) };
  return { cases: [change], others: findingsOfOthers(comparison, around) };
}

async function centerProblems(
  manager: EntityManager,
  before: CaseFacts | undefined,
  { patient }: CaseFacts,
): Promise<readonly InputProblem[]> {
  if (before?.patient.centerCode === patient.centerCode) return [];
  const centers = await new CaseStore(manager).centers();
  return centerFaults(patient, (code) => centers.has(code)).map(({ rule, field, message }) => ({ field: `input.${field}`, message, rule }));
}
