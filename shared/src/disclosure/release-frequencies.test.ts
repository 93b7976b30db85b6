import type { FrequencyFigure, Variable } from '../statistics';
import { atLeast, attack, exactly } from '../testing';
import { type Released, valueOrNull } from './release-count';
import { claimFrequencies, frequencySets, type ReleasedFrequencies, releaseFrequencies } from './release-frequencies';
import { loadSuppressionSolver, ReleaseLedger, type SuppressionSolver } from './suppression';

const K = 5;
let solver: SuppressionSolver;

beforeAll(async () => {
  solver = await loadSuppressionSolver();
});

/** A table asked for by itself. */
function release(figure: FrequencyFigure, of: Variable, by?: Variable, threshold = K): ReleasedFrequencies {
  const sets = frequencySets(of, by);
  return releaseFrequencies(figure, sets, new ReleaseLedger(solver).admit([claimFrequencies(figure, sets)], threshold));
}

function oneWay(counts: Readonly<Record<string, number>>, unknown = 0): FrequencyFigure {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const cells = Object.values(counts).map((count) => [count]);
  return { values: Object.keys(counts), byValues: undefined, cells, unknown: [unknown], total, patients: undefined };
}

const shown = (figures: readonly { readonly count: Released<number> }[]): readonly (number | null)[] =>
  figures.map(({ count }) => valueOrNull(count));

describe('release of frequencies', () => {
  it("suppresses Austria's 4 of 378 and the next smallest with it, not the total", () => {
    const countries = oneWay({ AT: 4, DE: 39, DK: 13, ES: 13, FI: 18, FR: 236, IL: 34, IT: 10, NL: 11 });
    const { rows, total, missing } = release(countries, 'COUNTRY');
    expect(shown(rows)).toEqual([null, 39, 13, 13, 18, 236, 34, null, 11]);
    expect([valueOrNull(total), valueOrNull(missing)]).toEqual([378, 0]);
    expect(rows.filter(({ share }) => share.suppressed).map(({ value }) => value)).toEqual(['AT', 'IT']);
    // what is left for both, with somebody in each of them
    const others = rows.flatMap(({ share }) => (share.suppressed ? [] : [share.value.percent]));
    expect(378 - Math.round((others.reduce((sum, percent) => sum + percent, 0) * 378) / 100)).toBe(4 + 10);
    expect(attack(solver, 2, [exactly([0, 1], 14), atLeast([0], 1), atLeast([1], 1)], [[0], [1]], 12)).toEqual([]);
  });

  it('hides the total and every percentage beside a hidden missing count', () => {
    const { rows, total, missing } = release(oneWay({ F: 40, M: 60 }, 3), 'SEX');
    expect([total.suppressed, missing.suppressed]).toEqual([true, true]);
    expect(shown(rows)).toEqual([null, 60]);
    expect(rows.every(({ share }) => share.suppressed)).toBe(true);
  });

  it('gives exact figures under k = 1', () => {
    const { rows } = release(oneWay({ F: 1, M: 3 }), 'SEX', undefined, 1);
    expect(rows.map(({ share }) => valueOrNull(share)?.percent)).toEqual([25, 75]);
  });

  it('hides a row whose complement is small, where rows overlap', () => {
    const mutations: FrequencyFigure = { ...oneWay({ T315I: 97, M351T: 20 }), total: 100, patients: [100] };
    expect(shown(release(mutations, 'MUTATION').rows)).toEqual([null, 20]);
  });

  it('tells no hidden row total by the percentages of its cells', () => {
    const figure: FrequencyFigure = {
      values: ['AT', 'FR', 'IT'],
      byValues: ['F', 'M'],
      cells: [
        [1, 3, 0],
        [100, 136, 0],
        [0, 10, 0],
      ],
      unknown: [0, 0, 0],
      total: 250,
      patients: undefined,
    };
    const { rows } = release(figure, 'COUNTRY', 'SEX');
    const hidden = rows.filter(({ count }) => count.suppressed);
    expect(hidden.map(({ value }) => value)).toEqual(['AT', 'IT']);
    expect(hidden.flatMap(({ cells }) => cells ?? []).every(({ percentOfRow }) => percentOfRow.suppressed)).toBe(true);
  });
});
