import { columnName, type RecordKind, type RecordTypes, recordKinds } from '@registry-hub/shared/domain';
import type { ExtensionFormat, ExtensionRecord } from '../extension';
import type { ReadFiles } from './bundle-reader';
import { type FileKind, type FileShape, shapeOfKind } from './file-shape';
import { GapLog } from './gap-log';
import { compareProblems } from './import-problem';
import type { IncomingRow, PatientObjection } from './incoming-row';
import { KeyLog } from './key-log';
import type { ParsedBundle, SourcedExtensionRecord, SourcedRecord, SourcedRecords } from './parsed-bundle';
import type { ProblemLog } from './problem-log';
import { type Fields, hasRequired, recordGuard } from './record-guard';

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
  private readonly extensionRecords: SourcedExtensionRecord[] = [];
  private readonly keepers: ReadonlyMap<FileKind, Keep>;

  /** @param extensions whose files there may be beside the format's own */
  constructor(
    private readonly log: ProblemLog,
    extensions: readonly ExtensionFormat[],
  ) {
    this.keepers = new Map<FileKind, Keep>([
      ...recordKinds.map((kind) => [kind, this.keeper(kind)] as const),
      ...extensions.map((format) => [format.kind, this.extensionKeeper(format)] as const),
    ]);
  }

  take(row: IncomingRow): void {
    if (row.objection) this.objections.set(row.code, row.objection);
    this.keepers.get(row.kind)?.(row);
  }

  /** What the rows so far are, together. */
  bundle({ rows, kinds, lostKinds }: ReadFiles): ParsedBundle {
    const { codes, patients } = this.gaps;
    const records: SourcedRecords = this.lists;
    const { objections, extensionRecords } = this;
    const gaps = { kinds: lostKinds, codes, patients };
    const problems = this.log.problems.toSorted(compareProblems);
    return { records, extensionRecords, problems, rows, kinds, gaps, objections };
  }

  private keeper<K extends RecordKind>(kind: K): Keep {
    const shape = shapeOfKind(kind);
    const { file } = shape;
    const keys = new KeyLog(shape.key);
    const isRecord: (fields: Fields) => fields is Fields & RecordTypes[K] = recordGuard(kind);
    const records: SourcedRecord<K>[] = this.lists[kind];
    return ({ code, line, fields, whole }) => {
      const earlier = keys.earlierLine(fields, line);
      const complete = isRecord(fields);
      if (earlier !== undefined) this.reportDuplicate(shape, line, earlier);
      else if (complete) records.push({ record: fields, file, line });
      if (!whole) this.gaps.noteRow(shape, code, complete);
    };
  }

  private extensionKeeper(format: ExtensionFormat): Keep {
    const { file, key, columns } = format;
    const keys = new KeyLog(key);
    const isRecord = hasRequired(columns);
    return ({ code, line, fields, whole }) => {
      const earlier = keys.earlierLine(fields, line);
      const complete = isRecord(fields);
      const record: ExtensionRecord = fields;
      if (earlier !== undefined) this.reportDuplicate(format, line, earlier);
      else if (complete) this.extensionRecords.push({ format, record, code, file, line });
      if (!whole) this.gaps.noteRow(format, code, complete);
    };
  }

  private reportDuplicate({ file, key }: Pick<FileShape, 'file' | 'key'>, line: number, earlier: number): void {
    const columns = key.map(columnName);
    const message = `A row with the same ${columns.join(', ')} stands in line ${earlier}; each may stand once.`;
    this.log.of(file)('DUPLICATE_KEY', line, message, columns[0]);
  }
}
