import type { RecordKind } from '@registry-hub/shared/domain';
import type { ReadingGaps } from './parsed-bundle';

const CENTER = /(?<![A-Z\d-])[A-Z]{2}-\d{3}(?![\d-])/;
const PATIENT = /(?<![A-Z\d-])[A-Z]{2}-\d{3}-\d{4,}(?![\d-])/;

/** Collects the rows of a bundle that could not be read. */
export class GapLog implements Pick<ReadingGaps, 'codes' | 'patients'> {
  readonly codes: Set<string> = new Set();
  readonly patients: Set<string> = new Set();

  /** A row that became no record, or not the whole of it. `code` is its centre's or patient's. */
  noteRow(kind: RecordKind, code: string, becameRecord: boolean): void {
    if (!becameRecord && (kind === 'center' || kind === 'patient')) this.codes.add(code);
    if (kind !== 'center') this.patients.add(code);
  }
}

/** The code by which a row of this kind begins its key, found in a text that could not be read as a row. */
export function codeIn(kind: RecordKind, text: string): string | undefined {
  return (kind === 'center' ? CENTER : PATIENT).exec(text)?.[0];
}
