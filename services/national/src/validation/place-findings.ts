import { columnName, type Finding, type RecordKind } from '@registry-hub/shared/domain';
import type { ImportProblem, SourcedRecord } from '../intake';
import type { Place } from './bundle-rules';
import { type CaseKind, type CaseRecords, caseKinds } from './case-records';
import { joinKey, keyText } from './record-key';

/**
 * Findings about one case as problems of the bundle, each at the row and column of the record it speaks of. A record that only the
 * registry holds is in no row: such a finding stands at the patient's own row, else at the first row of the patient, which changed
 * the case.
 */
export function placeFindings(findings: readonly Finding[], incoming: CaseRecords): readonly ImportProblem[] {
  if (findings.length === 0) return [];
  const rowOf = rowLookup(incoming);
  const anyKind = caseKinds.find((kind) => incoming[kind].length > 0);
  const anyRow = anyKind && incoming[anyKind][0];
  return findings.flatMap(({ rule, severity, message, at }) => {
    const own = rowOf(at.kind, at.key);
    const row = own ?? anyRow;
    if (!row) return [];
    const column = own && at.field !== undefined ? { column: columnName(at.field) } : {};
    return [{ severity, file: row.file, line: row.line, ...column, rule, message }];
  });
}

/** The row of a record; rows are indexed for the kinds that are asked for, so that many findings in many rows stay cheap. */
function rowLookup(incoming: CaseRecords): (kind: RecordKind, key: readonly string[]) => Place | undefined {
  const indexes = new Map<CaseKind, ReadonlyMap<string, Place>>();
  return (kind, key) => {
    if (kind === 'center') return undefined;
    const index = indexes.get(kind) ?? indexOf(kind, incoming);
    indexes.set(kind, index);
    return index.get(joinKey(key));
  };
}

function indexOf(kind: CaseKind, incoming: CaseRecords): ReadonlyMap<string, Place> {
  return new Map(incoming[kind].map((row: SourcedRecord<CaseKind>) => [keyText(kind, row.record), row]));
}
