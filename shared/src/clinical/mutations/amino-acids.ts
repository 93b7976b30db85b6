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

/** `V` for `V`, `v`, `Val` and `VAL`; undefined for what is no amino acid. */
export function oneLetterCode(residue: string): string | undefined {
  const upper = residue.toUpperCase();
  if (upper.length === 3) return oneLetterCodes[upper];
  return threeLetterCodes.has(upper) ? upper : undefined;
}

/** `Val` for `V`; what is no amino acid stays as it is. */
export function threeLetterCode(code: string): string {
  return threeLetterCodes.get(code) ?? code;
}

/** `FV` for `FV`, and for `PheVal` where residues are written with three letters; undefined where one is no amino acid. */
export function oneLetterSequence(text: string, lettersEach: 1 | 3): string | undefined {
  const residues = text.match(lettersEach === 3 ? /.{1,3}/g : /./g) ?? [];
  const codes = residues.map((residue) => (residue.length === lettersEach ? oneLetterCode(residue) : undefined));
  return codes.includes(undefined) ? undefined : codes.join('');
}

/** `PheVal` for `FV`. */
export function threeLetterSequence(codes: string): string {
  return [...codes].map(threeLetterCode).join('');
}
