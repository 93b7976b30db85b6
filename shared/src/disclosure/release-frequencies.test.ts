import type { FrequencyFigure } from '../statistics';
import { type Released, valueOrNull } from './release-count';
import { releaseFrequencies } from './release-frequencies';

const K = 5;

function oneWay(counts: Readonly<Record<string, number>>, unknown = 0): FrequencyFigure {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const cells = Object.values(counts).map((count) => [count]);
  return { values: Object.keys(counts), byValues: undefined, cells, unknown: [unknown], total, overlapping: false };
}

const shown = (figures: readonly { readonly count: Released<number> }[]): readonly (number | null)[] =>
  figures.map(({ count }) => valueOrNull(count));

describe('release of frequencies', () => {
  it("suppresses Austria's 4 of 378 and the next smallest with it, not the total", () => {
    const countries = oneWay({ AT: 4, DE: 39, DK: 13, ES: 13, FI: 18, FR: 236, IL: 34, IT: 10, NL: 11 });
    const { rows, total, missing } = releaseFrequencies(countries, K);
    expect(shown(rows)).toEqual([null, 39, 13, 13, 18, 236, 34, null, 11]);
    expect([valueOrNull(total), valueOrNull(missing)]).toEqual([378, 0]);
    expect(rows.filter(({ share }) => share.suppressed).map(({ value }) => value)).toEqual(['AT', 'IT']);
  });

  it('hides the total and every percentage beside a hidden missing count', () => {
    const { rows, total, missing } = releaseFrequencies(oneWay({ F: 40, M: 60 }, 3), K);
    expect([total.suppressed, missing.suppressed]).toEqual([true, true]);
    expect(shown(rows)).toEqual([null, 60]);
    expect(rows.every(({ share }) => share.suppressed)).toBe(true);
  });

  it('gives exact figures under k = 1', () => {
    const { rows } = releaseFrequencies(oneWay({ F: 1, M: 3 }), 1);
    expect(rows.map(({ share }) => valueOrNull(share)?.percent)).toEqual([25, 75]);
  });

  it('hides a row whose complement is small, where rows overlap', () => {
    const mutations: FrequencyFigure = { ...oneWay({ T315I: 97, M351T: 20 }), total: 100, overlapping: true };
    expect(shown(releaseFrequencies(mutations, K).rows)).toEqual([null, 20]);
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
      overlapping: false,
    };
    const { rows } = releaseFrequencies(figure, K);
    const hidden = rows.filter(({ count }) => count.suppressed);
    expect(hidden.map(({ value }) => value)).toEqual(['AT', 'IT']);
    expect(hidden.flatMap(({ cells }) => cells ?? []).every(({ percentOfRow }) => percentOfRow.suppressed)).toBe(true);
  });
});
