import * as fc from 'fast-check';
import { genes } from '../../domain';
import { geneOfVariant, isMutationFound, noMutationOf, normalizeVariant, proteinHgvs, referredHgvs, withGene } from '.';

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

describe('variants of other genes', () => {
  it.each([
    ['KIT D816V', 'KIT D816V'],
    ['kit:p.(Asp816Val)', 'KIT D816V'],
    ['NP_000213.1:p.(Asp816Val)', 'KIT D816V'],
    ['KIT NP_000213:p.Asp816Val', 'KIT D816V'],
    ['KIT p.(Trp557_Lys558del)', 'KIT W557_K558del'],
    ['KIT W557_K558DEL', 'KIT W557_K558del'],
    ['KIT p.Val560del', 'KIT V560del'],
    ['KIT p.(Ala502_Tyr503dup)', 'KIT A502_Y503dup'],
    ['KIT p.(Trp557_Val559delinsPhe)', 'KIT W557_V559delinsF'],
    ['KIT K558_V559insAV', 'KIT K558_V559insAV'],
    ['PDGFRA D842V', 'PDGFRA D842V'],
    ['NP_006197.1:p.Asp842Val', 'PDGFRA D842V'],
    ['PDGFRB N666K', 'PDGFRB N666K'],
    ['KIT D977V', undefined],
    ['KIT NP_006197.1:p.Asp842Val', undefined],
    ['KIT', undefined],
    ['KIT V560ins', undefined],
    ['KIT K558_V560insA', undefined],
    ['KIT V559_K558del', undefined],
    ['KIT W557_K558V', undefined],
    ['KIT V560delA', undefined],
    ['KIT KIT D816V', undefined],
  ])('reads %s as %s', (text, variant) => {
    expect(normalizeVariant(text)).toBe(variant);
  });

  it('reads back the HGVS notation of a change of length', () => {
    for (const variant of ['KIT W557_K558del', 'KIT V560del', 'KIT A502_Y503dup', 'KIT W557_V559delinsFC', 'PDGFRA D842_I843insV']) {
      expect(normalizeVariant(referredHgvs(variant))).toBe(variant);
    }
    expect(proteinHgvs('KIT W557_V559delinsFC')).toBe('p.(Trp557_Val559delinsPheCys)');
  });

  it.each([
    ['NONE', 'NONE'],
    ['none', 'NONE'],
    ['p.(=)', 'NONE'],
    ['KIT NONE', 'KIT NONE'],
    ['KIT p.=', 'KIT NONE'],
    ['NP_002600.1:p.(=)', 'PDGFRB NONE'],
  ])('reads %s as an analysis that found nothing', (text, variant) => {
    expect(normalizeVariant(text)).toBe(variant);
    expect(isMutationFound(variant)).toBe(false);
  });

  it.each(genes)('knows what is stored of %s', (gene) => {
    expect(geneOfVariant(noMutationOf(gene))).toBe(gene);
    expect(normalizeVariant(referredHgvs(noMutationOf(gene)))).toBe(noMutationOf(gene));
  });

  it('take the gene that was written beside them, once', () => {
    expect(withGene('KIT', 'D816V')).toBe('KIT D816V');
    expect(withGene('KIT', 'KIT D816V')).toBe('KIT D816V');
    expect(normalizeVariant(withGene('ABL1', 'T315I'))).toBe('T315I');
    expect(normalizeVariant(withGene('KIT', 'PDGFRA D842V'))).toBeUndefined();
  });
});
