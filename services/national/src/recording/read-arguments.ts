import { bundleFormat, type RecordKind, type RecordReference, type RecordTypes } from '@registry-hub/shared/domain';
import { badUserInput, HubError, type InputProblem } from '@registry-hub/shared/errors';
import { type InputValues, readInput, readKey, readRemark } from '../intake';
import { type CaseKind, keyOf } from '../validation';

export interface GivenRecord<K extends RecordKind> {
  readonly record: RecordTypes[K];
  readonly faults: readonly InputProblem[];
}

/** What the `input` of a correction is given with. */
export interface CorrectedRecord {
  readonly reason: string;
  /** The centre's or patient's code under which the record is stored. */
  readonly code: string;
}

/**
 * Reads the record of an `input` argument; optional fields with a fault are left out of it.
 *
 * @throws HubError BAD_USER_INPUT when it makes no record, for want of a required field, or none that can take the place of the
 *   corrected one
 */
export function givenRecord<K extends RecordKind>(
  kind: K,
  input: InputValues,
  country: string,
  corrected?: CorrectedRecord,
): GivenRecord<K> {
  const { record, faults } = readInput(kind, input, country);
  const problems = [
    ...(corrected ? reasonProblems(corrected.reason) : []),
    ...faults.map(({ field, rule, message }) => ({ field: `input.${field}`, message, rule })),
  ];
  const [codeField] = bundleFormat[kind].key;
  if (record && corrected && codeField && record[codeField] !== corrected.code) {
    const message = `${codeField} must be ${corrected.code}: a record is corrected where it stands, or voided and recorded elsewhere.`;
    throw badUserInput(...problems, { field: `input.${codeField}`, message, rule: 'RECORD_OF_ANOTHER' });
  }
  if (!record) throw badUserInput(...problems);
  return { record, faults: problems };
}

/**
 * Reads the arguments that name a stored record.
 *
 * @throws HubError NOT_FOUND when no record can have that name
 */
export function givenKey(kind: RecordKind, values: InputValues, country: string): readonly string[] {
  const key = readKey(kind, values, country);
  if (!key) throw new HubError('NOT_FOUND');
  return key;
}

/** @throws HubError BAD_USER_INPUT when the `reason` argument is none */
export function refuseReason(reason: string): void {
  const problems = reasonProblems(reason);
  if (problems.length > 0) throw badUserInput(...problems);
}

function reasonProblems(reason: string): readonly InputProblem[] {
  const { fault } = readRemark('reason', reason);
  return fault ? [{ field: 'reason', message: fault.message, rule: fault.rule }] : [];
}

/** A place in the given record by its path in the input; elsewhere in the case, the input as a whole is what led to it. */
export function inputPath<K extends CaseKind>(kind: K, record: RecordTypes[K]): (at: RecordReference) => string {
  const key = keyOf(kind, record);
  return (at) => (at.kind === kind && at.field !== undefined && isSame(at.key, key) ? `input.${at.field}` : 'input');
}

/** The argument that tells one record of a kind from the others of its patient. */
export function keyArgument(kind: RecordKind): string {
  return bundleFormat[kind].key.at(-1) ?? 'patientCode';
}

export function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.every((value, index) => value === other[index]);
}
