import type { RecordKind, RecordTypes } from '@registry-hub/shared/domain';
import type { ExtensionFormat, ExtensionRecord } from '../extension';
import type { FileKind } from './file-shape';
import type { ImportProblem } from './import-problem';
import type { PatientObjection } from './incoming-row';

/** A record and the row it was read from. */
export interface SourcedRecord<K extends RecordKind> {
  readonly record: RecordTypes[K];
  readonly file: string;
  /** The first line of the row; the header is line 1. */
  readonly line: number;
}

/** The records of a bundle by kind, in the order of their rows. */
export type SourcedRecords = { readonly [K in RecordKind]: readonly SourcedRecord<K>[] };

/** A record of an extension and the row it was read from. */
export interface SourcedExtensionRecord {
  readonly format: ExtensionFormat;
  readonly record: ExtensionRecord;
  /** Code of the patient or centre it belongs to. */
  readonly code: string;
  readonly file: string;
  readonly line: number;
}

/** What of a bundle could not be read, so that validation does not tell the consequences as faults of their own. */
export interface ReadingGaps {
  /** Kinds whose file has no readable key column: which records it holds is not known. */
  readonly kinds: ReadonlySet<FileKind>;
  /** Codes of centres and patients whose own row is in the bundle but could not be made a record. */
  readonly codes: ReadonlySet<string>;
  /** Codes of patients of whom some row could not be read whole. */
  readonly patients: ReadonlySet<string>;
}

export interface ParsedBundle {
  readonly records: SourcedRecords;
  /** In the order of their rows, file by file. */
  readonly extensionRecords: readonly SourcedExtensionRecord[];
  /** Sorted by file, line and column. */
  readonly problems: readonly ImportProblem[];
  /** Data rows of all files that are part of the format, unreadable ones included. */
  readonly rows: number;
  /** The kinds whose file was handed in. */
  readonly kinds: ReadonlySet<FileKind>;
  readonly gaps: ReadingGaps;
  /** Patients who object to secondary use across borders, by code. */
  readonly objections: ReadonlyMap<string, PatientObjection>;
}
