import { bundleFormat, type RecordKind, type RecordTypes } from '@registry-hub/shared/domain';
import type { ImportProblem, ParsedBundle, SourcedRecord } from '../intake';
import { bundleProblem } from './bundle-rules';
import { type CaseKind, caseKinds } from './case-records';
import { recordOf } from './edit-case';
import type { ExistingRegistry } from './existing-registry';
import { keyOf } from './record-key';

/**
 * Rows that would change a locked case. A row that says what is stored already changes nothing, and neither does one whose case
 * could not be read whole; a withdrawal of consent is the patient's right, whatever the state of the record.
 */
export function lockedRecordProblems(
  { records, gaps }: ParsedBundle,
  { cases }: ExistingRegistry,
  withdrawn: ReadonlySet<string>,
): readonly ImportProblem[] {
  const locked = new Map(
    [...cases].filter(([code, facts]) => facts.recordStatus === 'LOCKED' && !withdrawn.has(code) && !gaps.patients.has(code)),
  );
  if (locked.size === 0) return [];
  return caseKinds.flatMap((kind) =>
    records[kind]
      .filter(({ record }: SourcedRecord<CaseKind>) => {
        const facts = locked.get(record.patientCode);
        return facts !== undefined && !isSame(kind, recordOf(facts, kind, keyOf(kind, record)), record);
      })
      .map((row: SourcedRecord<CaseKind>) =>
        bundleProblem(
          'LOCKED_RECORD',
          row,
          'The record of this patient is locked; leave the row as it is stored, or have a coordinator unlock it.',
        ),
      ),
  );
}

function isSame<K extends RecordKind>(kind: K, stored: RecordTypes[K] | undefined, record: RecordTypes[K]): boolean {
  const fields = Object.keys(bundleFormat[kind].columns) as (keyof RecordTypes[K])[];
  return stored !== undefined && fields.every((field) => stored[field] === record[field]);
}
