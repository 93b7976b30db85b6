import type { FileShape } from './file-shape';
import type { ReadingGaps } from './parsed-bundle';

const CENTER = /(?<![A-Z\d-])[A-Z]{2}-\d{3}(?![\d-])/;
const PATIENT = /(?<![A-Z\d-])[A-Z]{2}-\d{3}-\d{4,}(?![\d-])/;

/** Collects the rows of a bundle that could not be read. */
export class GapLog implements Pick<ReadingGaps, 'codes' | 'patients'> {
  readonly codes: Set<string> = new Set();
  readonly patients: Set<string> = new Set();

  /** A row that became no record, or not the whole of it. `code` is its centre's or patient's. */
  noteRow({ kind, owner }: FileShape, code: string, becameRecord: boolean): void {
    if (!becameRecord && (kind === 'center' || kind === 'patient')) this.codes.add(code);
    if (owner === 'PATIENT') this.patients.add(code);
  }
}

/** The code by which a row of such a file begins its key, found in a text that could not be read as a row. */
export function codeIn({ owner }: FileShape, text: string): string | undefined {
  return (owner === 'CENTER' ? CENTER : PATIENT).exec(text)?.[0];
}
