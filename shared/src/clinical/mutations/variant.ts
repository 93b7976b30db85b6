const oneLetterCodes: Readonly<Record<string, string>> = {
  ALA: 'A',
  ARG: 'R',
  ASN: 'N',
  ASP: 'D',
  CYS: 'C',
  GLN: 'Q',
  GLU: 'E',
  GLY: 'G',
  HIS: 'H',
  ILE: 'I',
  LEU: 'L',
  LYS: 'K',
  MET: 'M',
  PHE: 'F',
  PRO: 'P',
  SER: 'S',
  THR: 'T',
  TRP: 'W',
  TYR: 'Y',
  VAL: 'V',
};
const threeLetterCodes = new Map(
  Object.entries(oneLetterCodes).map(([three, one]) => [one, three.charAt(0) + three.slice(1).toLowerCase()] as const),
);

const threeLetterCode = (code: string): string => threeLetterCodes.get(code) ?? code;

/** Residues of ABL1 isoform 1a (NP_005148). */
const ISOFORM_1A_LENGTH = 1130;
/** Isoform 1b (NP_009297) has 19 more residues at its start: its T334I is T315I of isoform 1a. */
const ISOFORM_1B_OFFSET = 19;

const SUBSTITUTION = /^(?:(NP_\d+)(?:\.\d+)?:)?(?:p\.)?(\()?([a-z]{1,3})(\d{1,4})([a-z]{1,3})(\))?$/i;
const ISOFORM_1A = 'NP_005148';
const ISOFORM_1B = 'NP_009297';

function oneLetterCode(residue: string): string | undefined {
  const upper = residue.toUpperCase();
  if (upper.length === 3) return oneLetterCodes[upper];
  return threeLetterCodes.has(upper) ? upper : undefined;
}

function isoform1aPosition(position: number, reference: string | undefined): number | undefined {
  if (reference !== undefined && reference !== ISOFORM_1A && reference !== ISOFORM_1B) return undefined;
  const shifted = reference === ISOFORM_1B ? position - ISOFORM_1B_OFFSET : position;
  return shifted >= 1 && shifted <= ISOFORM_1A_LENGTH ? shifted : undefined;
}

/**
 * The short form, on ABL1 isoform 1a, of an amino-acid substitution: `T315I` for `T315I`, `p.T315I`, `p.(Thr315Ile)`,
 * `Thr315Ile` and `NP_005148.2:p.(Thr315Ile)`, in any letter case. Numbering is isoform 1a's unless the reference sequence
 * says 1b. Undefined for anything else: a nonsense or synonymous change, an insertion, a position outside the protein, a
 * coding change.
 */
export function normalizeVariant(text: string): string | undefined {
  const match = SUBSTITUTION.exec(text.trim());
  if (!match) return undefined;
  const [, reference, opening, from = '', position = '', to = '', closing] = match;
  if ((opening === undefined) !== (closing === undefined)) return undefined;
  const fromCode = oneLetterCode(from);
  const toCode = oneLetterCode(to);
  const position1a = isoform1aPosition(Number(position), reference?.toUpperCase());
  if (fromCode === undefined || toCode === undefined || fromCode === toCode || position1a === undefined) return undefined;
  return `${fromCode}${position1a}${toCode}`;
}

/** The predicted protein change in HGVS notation, `p.(Thr315Ile)`, of a variant that {@link normalizeVariant} returned. */
export function proteinHgvs(variant: string): string {
  return `p.(${threeLetterCode(variant.charAt(0))}${variant.slice(1, -1)}${threeLetterCode(variant.slice(-1))})`;
}
