import type { RiskGroup } from '../../domain';
import { eltsScore, eutosScore, hasfordScore, probabilityOfNoCompleteCytogeneticResponse, sokalScore } from '.';

type Inputs = readonly [age: number, spleen: number, platelets: number, blasts: number, eosinophils: number, basophils: number];
type Vector = readonly [
  id: string,
  inputs: Inputs,
  sokal: readonly [number, RiskGroup],
  hasford: readonly [number, RiskGroup],
  eutos: readonly [number, RiskGroup, probability: number],
  elts: readonly [number, RiskGroup],
];

/** S01, S02: the examples of the R package cliot. S04: every term of Sokal's formula is 0. S15: computed, though 12 years old. */
// biome-ignore format: a table, a line a row
const vectors: readonly Vector[] = [
  ['S01', [35, 0, 300, 1, 2, 1], [0.591308, 'LOW'], [141.0, 'LOW'], [7, 'LOW', 0.116], [0.961672, 'LOW']],
  ['S02', [60, 10, 700, 5, 2, 4], [1.854937, 'HIGH'], [1665.1, 'HIGH'], [68, 'LOW', 0.1949], [2.171522, 'INTERMEDIATE']],
  ['S03', [51, 0, 300, 0, 2, 2], [0.651474, 'LOW'], [749.2, 'LOW'], [14, 'LOW', 0.1234], [1.080912, 'LOW']],
  ['S04', [43.4, 7.51, 525.2340430000002, 2.1, 0, 0], [1.0, 'INTERMEDIATE'], [438.06, 'LOW'], [30.04, 'LOW', 0.142], [1.453431, 'LOW']],
  ['S05', [50, 0, 400, 0, 0, 2.9], [0.661489, 'LOW'], [666.6, 'LOW'], [20.3, 'LOW', 0.1304], [0.961399, 'LOW']],
  ['S06', [49.9, 0, 400, 0, 0, 3], [0.660723, 'LOW'], [203.9, 'LOW'], [21, 'LOW', 0.1312], [0.959528, 'LOW']],
  ['S07', [70, 15, 1500, 8, 5, 6], [6.345312, 'HIGH'], [3269.8, 'HIGH'], [102, 'HIGH', 0.2539], [2.95669, 'HIGH']],
  ['S08', [25, 20, 1499, 10, 4, 10], [5.335943, 'HIGH'], [1793.1, 'HIGH'], [150, 'HIGH', 0.3551], [2.656264, 'HIGH']],
  ['S09', [80, 2, 150, 1, 1, 1], [1.040482, 'INTERMEDIATE'], [850.3, 'INTERMEDIATE'], [15, 'LOW', 0.1245], [2.567848, 'HIGH']],
  ['S10', [18, 0, 450, 0, 1, 1], [0.463868, 'LOW'], [41.3, 'LOW'], [7, 'LOW', 0.116], [0.626368, 'LOW']],
  ['S11', [51, 5, 350, 2, 3, 3], [0.935991, 'INTERMEDIATE'], [1321.2, 'INTERMEDIATE'], [41, 'LOW', 0.1558], [1.54323, 'LOW']],
  ['S12', [65, 8, 250, 3, 2, 5], [1.303992, 'HIGH'], [1464.3, 'INTERMEDIATE'], [67, 'LOW', 0.1932], [2.314963, 'HIGH']],
  ['S13', [30, 12, 900, 4, 3, 2], [1.451978, 'HIGH'], [861.5, 'INTERMEDIATE'], [62, 'LOW', 0.1857], [1.6589, 'INTERMEDIATE']],
  ['S14', [75, 0, 200, 0, 1, 0], [0.844254, 'INTERMEDIATE'], [707.9, 'LOW'], [0, 'LOW', 0.109], [1.97237, 'INTERMEDIATE']],
  ['S15', [12, 18, 600, 3, 4, 8], [1.116025, 'INTERMEDIATE'], [1300.3, 'INTERMEDIATE'], [128, 'HIGH', 0.3064], [1.956744, 'INTERMEDIATE']],
];

const inputsOf = ([ageYears, spleenCm, platelets, blastsPct, eosinophilsPct, basophilsPct]: Inputs) => ({
  ageYears,
  spleenCm,
  platelets,
  blastsPct,
  eosinophilsPct,
  basophilsPct,
});

describe('risk scores', () => {
  it.each(vectors)('%s', (_id, row, sokal, hasford, eutos, elts) => {
    const inputs = inputsOf(row);
    for (const [score, [value, group], decimals] of [
      [sokalScore, sokal, 5],
      [hasfordScore, hasford, 1],
      [eutosScore, eutos, 9],
      [eltsScore, elts, 5],
    ] as const) {
      expect(score.value(inputs)).toBeCloseTo(value, decimals);
      expect(score.group(score.value(inputs))).toBe(group);
    }
    expect(probabilityOfNoCompleteCytogeneticResponse(inputs)).toBeCloseTo(eutos[2], 4);
  });
});

describe('limits of the groups', () => {
  it.each([
    ['Hasford: 1480 on paper, more in binary arithmetic', hasfordScore, [49, 29.1, 1499, 3, 2, 2], 'INTERMEDIATE'],
    ['Hasford: 780', hasfordScore, [50, 2.7, 300, 0, 0, 0], 'LOW'],
    ['Hasford: 784.2', hasfordScore, [50, 2.8, 300, 0, 0, 0], 'INTERMEDIATE'],
    ['EUTOS: 87', eutosScore, [50, 20, 300, 0, 0, 1], 'LOW'],
    ['EUTOS: 88', eutosScore, [50, 22, 300, 0, 0, 0], 'HIGH'],
    ['EUTOS: 14', eutosScore, [50, 0, 300, 0, 0, 2], 'LOW'],
    ['EUTOS: 96', eutosScore, [50, 10, 300, 0, 0, 8], 'HIGH'],
  ] as const)('%s', (_name, score, row, group) => {
    expect(score.group(score.value(inputsOf(row)))).toBe(group);
  });

  it.each([
    [sokalScore, 0.8 - 1e-6, 'LOW'],
    [sokalScore, 0.8, 'INTERMEDIATE'],
    [sokalScore, 0.8 - 1e-12, 'INTERMEDIATE'],
    [sokalScore, 1.2, 'INTERMEDIATE'],
    [sokalScore, 1.2 + 1e-12, 'INTERMEDIATE'],
    [sokalScore, 1.2 + 1e-6, 'HIGH'],
    [hasfordScore, 780.04, 'LOW'],
    [hasfordScore, 780.06, 'INTERMEDIATE'],
    [hasfordScore, 1480.0000000000002, 'INTERMEDIATE'],
    [hasfordScore, 1480.06, 'HIGH'],
    [eltsScore, 1.568, 'LOW'],
    [eltsScore, 1.56804, 'LOW'],
    [eltsScore, 1.5681, 'INTERMEDIATE'],
    [eltsScore, 2.2185, 'INTERMEDIATE'],
    [eltsScore, 2.2186, 'HIGH'],
  ] as const)('%p of value %d', (score, value, group) => {
    expect(score.group(value)).toBe(group);
  });

  it('Hasford takes age, basophils and platelets as 0 or 1', () => {
    const below = hasfordScore.value(inputsOf([49, 0, 1499, 0, 0, 2.9]));
    const at = hasfordScore.value(inputsOf([50, 0, 1500, 0, 0, 3]));
    const far = hasfordScore.value(inputsOf([90, 0, 5000, 0, 0, 15]));
    expect([below, at, far].map(Math.round)).toEqual([0, 1966, 1966]);
  });
});
