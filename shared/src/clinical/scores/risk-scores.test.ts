import type { Diagnosis } from '../../domain';
import { riskScores } from '.';

const diagnosis: Diagnosis = {
  patientCode: 'FR-001-0001',
  disease: '9875/3',
  diagnosedOn: '2001-01-15',
  phase: 'CHRONIC',
  spleenCm: 10,
  platelets: 700,
  blastsPct: 5,
  eosinophilsPct: 2,
  basophilsPct: 4,
};
const without = (field: keyof Diagnosis): Diagnosis => {
  const { [field]: _left, ...rest } = diagnosis;
  return rest as Diagnosis;
};
const scored = (of: Diagnosis | undefined, age: number | undefined = 60) =>
  new Map(riskScores(of, age).map((score) => [score.name, score]));

describe('riskScores', () => {
  it('gives every score its value and group, and no note, to an adult in chronic phase', () => {
    const scores = riskScores(diagnosis, 60);
    expect(scores.map(({ name, group, note }) => [name, group, note])).toEqual([
      ['SOKAL', 'HIGH', undefined],
      ['HASFORD', 'HIGH', undefined],
      ['EUTOS', 'LOW', undefined],
      ['ELTS', 'INTERMEDIATE', undefined],
    ]);
  });

  it('computes for a child, and says that the score was not built on children', () => {
    const { value, note } = scored(diagnosis, 17).get('SOKAL') ?? {};
    expect(value).toBeDefined();
    expect(note).toBe('Outside the population: age under 18 at diagnosis.');
  });

  it('computes in accelerated phase, and says that the score was not built on it', () => {
    const { value, note } = scored({ ...diagnosis, phase: 'ACCELERATED' }).get('ELTS') ?? {};
    expect(value).toBeDefined();
    expect(note).toBe('Outside the population: not in chronic phase.');
  });

  it('computes without a documented phase, and says so', () => {
    const { value, note } = scored(without('phase')).get('EUTOS') ?? {};
    expect(value).toBe(68);
    expect(note).toBe('Phase at diagnosis not documented, built in chronic phase.');
  });

  it.each([
    ['basophilsPct', ['HASFORD', 'EUTOS'], 'Not documented: basophils.'],
    ['eosinophilsPct', ['HASFORD'], 'Not documented: eosinophils.'],
    ['platelets', ['SOKAL', 'HASFORD', 'ELTS'], 'Not documented: platelets.'],
    ['spleenCm', ['SOKAL', 'HASFORD', 'EUTOS', 'ELTS'], 'Not documented: spleen size.'],
  ] as const)('gives no value where %s is missing', (field, names, note) => {
    const missing = riskScores(without(field), 60).filter(({ value }) => value === undefined);
    expect(missing).toEqual(names.map((name) => ({ name, note })));
  });

  it('names every missing input', () => {
    const { platelets: _platelets, ...rest } = diagnosis;
    expect(riskScores(rest, undefined)[0]).toEqual({ name: 'SOKAL', note: 'Not documented: age at diagnosis, platelets.' });
  });

  it('refuses platelets of 0, at which ELTS is undefined', () => {
    expect(scored({ ...diagnosis, platelets: 0 }).get('ELTS')).toEqual({ name: 'ELTS', note: 'Platelets must be above 0.' });
  });

  it('gives no value to another disease', () => {
    const scores = riskScores({ ...diagnosis, disease: '9861/3' }, 60);
    expect(scores.every(({ value }) => value === undefined)).toBe(true);
    expect(scores[0]?.note).toBe('The disease is 9861/3; the score is one of CML.');
  });

  it('gives no value without a diagnosis', () => {
    expect(riskScores(undefined, 60).map(({ note }) => note)).toEqual(Array.from({ length: 4 }, () => 'Not documented: diagnosis.'));
  });
});
