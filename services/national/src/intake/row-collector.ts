import { bundleFormat, columnName, type RecordKind, type RecordTypes, recordKinds } from '@registry-hub/shared/domain';
import type { ReadFiles } from './bundle-reader';
import { GapLog } from './gap-log';
import { compareProblems } from './import-problem';
import type { IncomingRow, PatientObjection } from './incoming-row';
import { KeyLog } from './key-log';
import type { ParsedBundle, SourcedRecord, SourcedRecords } from './parsed-bundle';
import type { ProblemLog } from './problem-log';
import { type Fields, recordGuard } from './record-guard';

type Keep = (row: IncomingRow) => void;
type Lists = { readonly [K in RecordKind]: SourcedRecord<K>[] };

/**
 * Makes records of rows, those of a kind in the order of their lines: all rows of a bundle, or all rows of some of its patients.
 * A row with a fault in an optional cell still becomes a record, without that cell, so that validation can look at the rest of
 * it; a row without a required value, or with the key of an earlier one, becomes none.
 */
export class RowCollector {
  private readonly gaps = new GapLog();
  private readonly objections = new Map<string, PatientObjection>();
  private readonly lists: Lists = {
    center: [],
    patient: [],
    diagnosis: [],
    treatment: [],
    dose: [],
    assessment: [],
    mutation: [],
    adverseEvent: [],
    failure: [],
  };
  private readonly keepers: ReadonlyMap<RecordKind, Keep>;

  constructor(private readonly log: ProblemLog) {
    this.keepers = new Map(recordKinds.map((kind) => [kind, this.keeper(kind)]));
  }

  take(row: IncomingRow): void {
    if (row.objection) this.objections.set(row.code, row.objection);
    this.keepers.get(row.kind)?.(row);
  }

  /** What the rows so far are, together. */
  bundle({ rows, kinds, lostKinds }: ReadFiles): ParsedBundle {
    const { codes, patients } = this.gaps;
    const records: SourcedRecords = this.lists;
    const { objections } = this;
    const gaps = { kinds: lostKinds, codes, patients };
    return { records, problems: this.log.problems.toSorted(compareProblems), rows, kinds, gaps, objections };
  }

  private keeper<K extends RecordKind>(kind: K): Keep {
    const { file, key } = bundleFormat[kind];
    const keys = new KeyLog(key);
    const isRecord: (fields: Fields) => fields is Fields & RecordTypes[K] = recordGuard(kind);
    const records: SourcedRecord<K>[] = this.lists[kind];
    return ({ code, line, fields, whole }) => {
      const earlier = keys.earlierLine(fields, line);
      const complete = isRecord(fields);
      if (earlier !== undefined) this.reportDuplicate(kind, line, earlier);
      else if (complete) records.push({ record: fields, file, line });
      if (!whole) this.gaps.noteRow(kind, code, complete);
    };
  }

  private reportDuplicate(kind: RecordKind, line: number, earlier: number): void {
    const { file, key } = bundleFormat[kind];
    const columns = key.map(columnName);
    const message = `A row with the same ${columns.join(', ')} stands in line ${earlier}; each may stand once.`;
    this.log.of(file)('DUPLICATE_KEY', line, message, columns[0]);
  }
}
