import * as fc from 'fast-check';
import { normalizeVariant, proteinHgvs } from '.';

describe('normalizeVariant', () => {
  it.each([
    'T315I',
    't315i',
    ' T315I ',
    'p.T315I',
    'p.(T315I)',
    'p.(Thr315Ile)',
    'p.Thr315Ile',
    'Thr315Ile',
    'thr315ile',
    'NP_005148:p.(Thr315Ile)',
    'NP_005148.2:p.Thr315Ile',
    'NP_009297.2:p.(Thr334Ile)',
    'ABL1 T315I',
    'BCR::ABL1 p.(Thr315Ile)',
    'abl1:T315I',
  ])('reads %s', (text) => {
    expect(normalizeVariant(text)).toBe('T315I');
  });

  it.each([
    ['nothing', ''],
    ['a coding change', 'c.944C>T'],
    ['a synonymous change', 'T315T'],
    ['a synonymous change in HGVS', 'p.(Thr315=)'],
    ['a nonsense change', 'p.(Gln252Ter)'],
    ['a nonsense change with a star', 'Q252*'],
    ['an insertion of a splice variant', '35INS'],
    ['a deletion', 'p.(Leu248_Lys274del)'],
    ['no amino acid', 'B315I'],
    ['a two-letter code', 'Th315Il'],
    ['residue 0', 'T0I'],
    ['a residue beyond the protein', 'T1131I'],
    ['a residue that isoform 1a does not have', 'NP_009297.2:p.(Thr19Ile)'],
    ['another protein', 'NP_000537.3:p.(Arg248Gln)'],
    ['a lonely bracket', 'p.(Thr315Ile'],
    ['another gene', 'TP53 R248Q'],
  ])('reads no substitution in %s', (_name, text) => {
    expect(normalizeVariant(text)).toBeUndefined();
  });

  it('reads back the HGVS notation of every substitution', () => {
    const residue = fc.constantFrom(...'ARNDCQEGHILKMFPSTWYV');
    fc.assert(
      fc.property(residue, fc.integer({ min: 1, max: 1130 }), residue, (from, position, to) => {
        fc.pre(from !== to);
        const variant = `${from}${position}${to}`;
        expect(normalizeVariant(proteinHgvs(variant))).toBe(variant);
        expect(normalizeVariant(variant)).toBe(variant);
      }),
    );
  });
});
