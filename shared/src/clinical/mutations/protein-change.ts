import { oneLetterCode, oneLetterSequence, threeLetterCode, threeLetterSequence } from './amino-acids';

/** Where a protein change may lie, and of which kind it may be. */
export interface ProteinFrame {
  /** Residues of the protein. */
  readonly length: number;
  /** How far the numbering of the text is ahead. */
  readonly offset: number;
  readonly lengthChanges: boolean;
}

const CHANGE = /^(?:p\.)?(\()?([a-z]{1,3})(\d{1,4})(?:_([a-z]{1,3})(\d{1,4}))?(?:(delins|del|dup|ins)([a-z]*)|([a-z]{1,3}))(\))?$/i;
const SHORT_FORM = /^([A-Z])(\d+)(?:_([A-Z])(\d+))?(delins|del|dup|ins|)([A-Z]*)$/;

/**
 * The short form of a protein change in frame: `D816V` for `p.(Asp816Val)`, `W557_K558del` for `p.Trp557_Lys558del`. Undefined for
 * anything else: a nonsense or synonymous change, a shift of the frame, a position outside the protein, a coding change.
 */
export function shortChange(text: string, frame: ProteinFrame): string | undefined {
  const match = CHANGE.exec(text);
  if (!match) return undefined;
  const [, opening, from = '', position = '', until, lastPosition, kind, inserted = '', to, closing] = match;
  if ((opening === undefined) !== (closing === undefined)) return undefined;
  const first = residueAt(from, position, frame);
  const last = until === undefined ? undefined : residueAt(until, lastPosition ?? '', frame);
  if (!first || (until !== undefined && !last)) return undefined;
  if (kind === undefined) return last ? undefined : substitution(first, to ?? '');
  if (!frame.lengthChanges) return undefined;
  return lengthChange(first, last, kind.toLowerCase(), oneLetterSequence(inserted, from.length === 3 ? 3 : 1));
}

interface Residue {
  readonly code: string;
  readonly position: number;
}

function residueAt(text: string, position: string, { length, offset }: ProteinFrame): Residue | undefined {
  const code = oneLetterCode(text);
  const shifted = Number(position) - offset;
  return code === undefined || shifted < 1 || shifted > length ? undefined : { code, position: shifted };
}

function substitution({ code, position }: Residue, to: string): string | undefined {
  const toCode = oneLetterCode(to);
  return toCode === undefined || toCode === code ? undefined : `${code}${position}${toCode}`;
}

/** What is inserted is named where something is, and lies between two neighbours; what is deleted or doubled is named by its ends. */
function lengthChange(first: Residue, last: Residue | undefined, kind: string, inserted: string | undefined): string | undefined {
  if (inserted === undefined || (inserted !== '') !== kind.endsWith('ins')) return undefined;
  if (last && last.position <= first.position) return undefined;
  if (kind === 'ins' && last?.position !== first.position + 1) return undefined;
  const range = last ? `${first.code}${first.position}_${last.code}${last.position}` : `${first.code}${first.position}`;
  return `${range}${kind}${inserted}`;
}

/** `p.(Asp816Val)` for `D816V`: the predicted change in HGVS notation, of a short form. */
export function changeHgvs(change: string): string {
  const [, from = '', position = '', until, lastPosition = '', kind = '', codes = ''] = SHORT_FORM.exec(change) ?? [];
  const range = until === undefined ? '' : `_${threeLetterCode(until)}${lastPosition}`;
  return `p.(${threeLetterCode(from)}${position}${range}${kind}${threeLetterSequence(codes)})`;
}
