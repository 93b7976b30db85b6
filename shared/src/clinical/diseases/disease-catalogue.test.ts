import { bundleFormat } from '../../domain';
import { isChronicMyeloidLeukemia } from '../derivation';
import { diseaseCatalogue, diseaseEntry } from '.';

describe('disease catalogue', () => {
  it('holds every morphology once, as a diagnosis would name it', () => {
    const codes = diseaseCatalogue.map(({ code }) => code);
    const { disease } = bundleFormat.diagnosis.columns;
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => disease.kind !== 'text' || !disease.pattern?.test(code))).toEqual([]);
  });

  it('has CML first', () => {
    expect(diseaseCatalogue.filter(({ code }) => isChronicMyeloidLeukemia(code)).map(({ code }) => code)).toEqual(['9875/3', '9863/3']);
    expect(isChronicMyeloidLeukemia(diseaseCatalogue[0]?.code ?? '')).toBe(true);
  });

  // ICD-O-3: 959 to 999 are lymphomas, leukaemias and related diseases
  it.each(diseaseCatalogue.map(({ code, group, name }) => [code, group, name] as const))('%s is %s: %s', (code, group) => {
    expect(Number(code.slice(0, 4)) >= 9590 ? 'HEMATOLOGIC' : 'SOLID').toBe(group);
  });

  it.each([
    ['8821/1', ['PDGFRB']],
    ['8832/1', ['PDGFRB']],
    ['8936/3', ['KIT', 'PDGFRA']],
    ['9252/1', ['CSF1R']],
    ['9741/3', ['KIT']],
    ['9965/3', ['PDGFRA']],
    ['9966/3', ['PDGFRB']],
    ['9812/3', ['ABL1']],
    ['9040/3', []],
  ])('names what drives %s: %s', (code, kinases) => {
    expect(diseaseEntry(code)?.kinases).toEqual(kinases);
  });

  it('cites a source wherever it names a kinase', () => {
    expect(
      diseaseCatalogue.filter(({ kinases, sources, mechanism }) => kinases.length > 0 && (sources.length === 0 || !mechanism)),
    ).toEqual([]);
  });

  it('knows no other morphology', () => {
    expect(diseaseEntry('8140/3')).toBeUndefined();
  });
});
