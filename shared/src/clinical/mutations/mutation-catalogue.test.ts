import { catalogueEntry, imatinibInsensitivity, mutationCatalogue, mutationSources, normalizeVariant, receptorKinaseCatalogue } from '.';

describe('mutation catalogue', () => {
  it('holds every variant once, under the name it is stored by', () => {
    const variants = mutationCatalogue.map(({ variant }) => variant);
    expect(new Set(variants).size).toBe(variants.length);
    expect(variants.map(normalizeVariant)).toEqual(variants);
  });

  it('finds variants of other genes by any notation, and by their gene alone', () => {
    expect(catalogueEntry('NP_000213.1:p.(Asp816Val)')).toMatchObject({
      gene: 'KIT',
      variant: 'KIT D816V',
      sensitivity: { IMATINIB: 'R' },
    });
    expect(catalogueEntry('D816V')).toBeUndefined();
    expect(catalogueEntry('PDGFRA T315I')).toBeUndefined();
    expect(catalogueEntry('KIT NONE')).toBeUndefined();
  });

  it.each([
    ['KIT D816T', 's'],
    ['KIT D816V', 'R'],
    ['KIT W557_K558del', 's'],
    ['KIT A502_Y503dup', 'i'],
    ['KIT T670I', 'R'],
    ['PDGFRA V561D', 's'],
    ['PDGFRA D842V', 'R'],
  ] as const)('says of %s and imatinib: %s', (variant, sensitivity) => {
    expect(catalogueEntry(variant)?.sensitivity).toEqual({ IMATINIB: sensitivity });
  });

  it('places base changes of substitutions in the codon of their residue', () => {
    const changes = receptorKinaseCatalogue.flatMap(({ variant, codingHgvs }) => {
      const residue = /^[A-Z]+ [A-Z](\d+)[A-Z]$/.exec(variant)?.[1];
      return residue === undefined ? [] : codingHgvs.map((change) => [Number(residue), Number(/^c\.(\d+)/.exec(change)?.[1])] as const);
    });
    expect(changes.length).toBeGreaterThan(10);
    expect(changes.filter(([residue, position]) => Math.ceil(position / 3) !== residue)).toEqual([]);
  });

  it('asks the criteria of CML about ABL1 alone', () => {
    expect(imatinibInsensitivity('KIT D816V')).toBeUndefined();
    expect(imatinibInsensitivity('PDGFRA D842V')).toBeUndefined();
    expect(imatinibInsensitivity('NONE')).toBeUndefined();
  });

  it('names its sources by gene', () => {
    expect(mutationSources('KIT')).toContainEqual({
      authors: 'Heinrich et al.',
      journal: 'Clin Cancer Res',
      year: 2008,
      locator: '14:2717',
    });
    expect(mutationSources('ABL1')).not.toEqual(mutationSources('PDGFRA'));
  });
});
