import type { CalendarDate } from '@registry-hub/shared/domain';
import type { FileKind } from './file-shape';
import type { Fields } from './record-guard';

/** A row of a bundle that says whose it is, as far as it could be read. */
export interface IncomingRow {
  readonly kind: FileKind;
  /** Code of the centre or patient by which the row's key begins. */
  readonly code: string;
  /** The first line of the row; the header is line 1. */
  readonly line: number;
  /** The fields that are known. */
  readonly fields: Fields;
  /** Whether every cell could be read and none that is required is empty. */
  readonly whole: boolean;
  /** Of a patient's own row: the objection to secondary use across borders. No column of a bundle says it; other forms do. */
  readonly objection?: PatientObjection;
}

export interface PatientObjection {
  /** The day of the decision, where it is told. */
  readonly on?: CalendarDate;
}

/** What is done with each row as it is read. */
export type TakeRow = (row: IncomingRow) => void;
