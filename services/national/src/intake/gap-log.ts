import type { RecordKind } from '@registry-hub/shared/domain';
import type { ReadingGaps } from './parsed-bundle';

const CENTER = /(?<![A-Z\d-])[A-Z]{2}-\d{3}(?![\d-])/;
const PATIENT = /(?<![A-Z\d-])[A-Z]{2}-\d{3}-\d{4,}(?![\d-])/;

/** Collects what of a bundle could not be read. */
export class GapLog {
  private readonly kinds = new Set<RecordKind>();
  private readonly codes = new Set<string>();
  private readonly patients = new Set<string>();

  get gaps(): ReadingGaps {
    return { kinds: this.kinds, codes: this.codes, patients: this.patients };
  }

  /** A file whose records can't be told apart for want of a key column. */
  noteFile(kind: RecordKind): void {
    this.kinds.add(kind);
  }

  /** A row that became no record, or not the whole of it. `code` is its centre's or patient's, if that much is known. */
  noteRow(kind: RecordKind, code: string | undefined, becameRecord: boolean): void {
    if (code === undefined) return;
    if (!becameRecord && (kind === 'center' || kind === 'patient')) this.codes.add(code);
    if (kind !== 'center') this.patients.add(code);
  }
}

/** The code by which a row of this kind begins its key, found in a text that could not be read as a row. */
export function codeIn(kind: RecordKind, text: string): string | undefined {
  return (kind === 'center' ? CENTER : PATIENT).exec(text)?.[0];
}
