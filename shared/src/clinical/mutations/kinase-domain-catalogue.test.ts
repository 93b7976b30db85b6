import { catalogueEntry, imatinibInsensitivity, kinaseDomainCatalogue, normalizeVariant } from '.';

const BASES = 'TCAG';
/** The standard genetic code, bases in the order T, C, A, G. */
const AMINO_ACIDS = 'FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG';
const codons = [...BASES].flatMap((first) => [...BASES].flatMap((second) => [...BASES].map((third) => first + second + third)));
const aminoAcidOf = (codon: string): string | undefined => AMINO_ACIDS[codons.indexOf(codon)];

const codingChanges = kinaseDomainCatalogue.flatMap(({ variant, codingHgvs }) => codingHgvs.map((change) => [variant, change] as const));

describe('kinase-domain catalogue', () => {
  it('holds every variant once, in its short form', () => {
    const variants = kinaseDomainCatalogue.map(({ variant }) => variant);
    expect(new Set(variants).size).toBe(variants.length);
    expect(variants.map(normalizeVariant)).toEqual(variants);
  });

  it.each(codingChanges)('%s can come from %s', (variant, change) => {
    const [, position = '', from = '', to = ''] = /^c\.(\d+)([ACGT])>([ACGT])$/.exec(change) ?? [];
    const offset = Number(position) - (3 * Number(variant.slice(1, -1)) - 2);
    const mutated = (codon: string): string => codon.slice(0, offset) + to + codon.slice(offset + 1);
    expect([0, 1, 2]).toContain(offset);
    expect(
      codons.some(
        (codon) => aminoAcidOf(codon) === variant.charAt(0) && codon[offset] === from && aminoAcidOf(mutated(codon)) === variant.slice(-1),
      ),
    ).toBe(true);
  });

  it.each([
    ['NILOTINIB', ['Y253H', 'E255K', 'E255V', 'T315I', 'F359V', 'F359C', 'F359I']],
    ['DASATINIB', ['V299L', 'T315I', 'T315A', 'F317L', 'F317V', 'F317I', 'F317C']],
    ['BOSUTINIB', ['V299L', 'T315I']],
    ['PONATINIB', []],
    ['ASCIMINIB', ['A337V', 'A337T', 'P465S', 'V468F']],
  ] as const)('lists what resists %s', (drug, variants) => {
    const resistant = kinaseDomainCatalogue.filter(({ sensitivity }) => sensitivity[drug] === 'R').map(({ variant }) => variant);
    expect(new Set(resistant)).toEqual(new Set(variants));
  });

  it('finds an entry by any notation', () => {
    const entry = catalogueEntry('p.(Thr315Ile)');
    expect(entry).toMatchObject({ variant: 'T315I', proteinHgvs: 'p.(Thr315Ile)', codingHgvs: ['c.944C>T'], region: 'GATEKEEPER' });
    expect(catalogueEntry('K247R')).toBeUndefined();
    expect(catalogueEntry('35INS')).toBeUndefined();
  });

  it('says nothing where the sources do', () => {
    expect(catalogueEntry('A337V')?.sensitivity).toEqual({ PONATINIB: 's', ASCIMINIB: 'R' });
  });
});

describe('imatinibInsensitivity', () => {
  it.each(['T315I', 'Y253H', 'Y253F', 'E255K', 'E255V', 'G250E', 'H396P', 'L248V', 'L248R'])('is high for %s', (variant) => {
    expect(imatinibInsensitivity(variant)).toBe('HIGH');
  });

  it.each(['M244V', 'M351T', 'F359V', 'H396R', 'V299L'])('is low for %s', (variant) => {
    expect(imatinibInsensitivity(variant)).toBe('LOW');
  });

  it.each(['A337V', 'K247R', '35INS'])('is not known for %s', (variant) => {
    expect(imatinibInsensitivity(variant)).toBeUndefined();
  });
});
