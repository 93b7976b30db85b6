import fc from 'fast-check';
import type { SumVector } from '../../masking';
import { addCounts, type Counts, countsOf } from '../partials';
import { type FigureQuestion, LAYOUT_VERSION } from '../question';
import { occupiedPlan } from './occupied-plan';
import { isOrdered, NO_PLAN, type Plan, type Run } from './plan';
import { type FigureReading, readVector } from './read-vector';
import { refinePlan } from './refine-plan';

import { toVector } from './to-vector';
import { type ScaledPlace, type VectorLayout, vectorLayout } from './vector-layout';

const countries = ['AT', 'FR', 'IL'];
const survival: FigureQuestion = { kind: 'survival', endpoint: 'OVERALL', from: 'FAILURE', by: 'SEX' };
const summary: FigureQuestion = { kind: 'summary', of: 'PLATELETS_AT_DIAGNOSIS' };
const grouped: FigureQuestion = { kind: 'summary', of: 'SOKAL', by: 'DIAGNOSIS_YEAR' };
const scaled = fc.constantFrom(survival, summary, grouped, { kind: 'derivations' } as const);

const layoutOf = (figure: FigureQuestion, plan: Plan): VectorLayout => vectorLayout({ figures: [figure], countries }, [plan]);
const placeOf = (figure: FigureQuestion, plan: Plan): ScaledPlace => {
  const [place] = layoutOf(figure, plan).places;
  if (place?.kind !== 'scaled') throw new Error('expected a scaled figure');
  return place;
};
const sum = (vectors: readonly SumVector[]): SumVector => {
  const [first, ...others] = vectors;
  if (!first) throw new Error('nothing to add');
  const counts = first.counts.map((count, index) => others.reduce((total, other) => total + (other.counts[index] ?? 0), count));
  return { counts, fixed: first.fixed };
};
const readPool = (figure: FigureQuestion, plan: Plan, parts: readonly Counts[]): FigureReading => {
  const layout = layoutOf(figure, plan);
  const [reading] = readVector(layout, sum(parts.map((part) => toVector(layout, [part]))));
  if (!reading) throw new Error('expected a reading');
  return reading;
};
const total = ({ values }: Counts): number => values.reduce((all, value) => all + value, 0);

/** Cells of a figure, most of them near each other and near the beginning of a section, some anywhere. */
const countsIn = ({ ladder: { end }, sectionLength }: ScaledPlace): fc.Arbitrary<Counts> => {
  const section = fc.nat({ max: end / sectionLength - 1 });
  const near = fc
    .tuple(section, fc.nat({ max: 3000 }))
    .map(([first, offset]) => first * sectionLength + Math.min(offset, sectionLength - 1));
  const cell = fc.oneof(near, near, fc.bigInt({ min: 0n, max: BigInt(end - 1) }).map(Number));
  return fc.array(fc.tuple(cell, fc.integer({ min: 1, max: 1000 })), { maxLength: 40 }).map((cells) => countsOf(new Map(cells)));
};
const planIn = ({ ladder: { end } }: ScaledPlace): fc.Arbitrary<Plan> => {
  const run: fc.Arbitrary<Run> = fc.tuple(
    fc.oneof(fc.nat({ max: Math.min(end, 5000) - 1 }), fc.bigInt({ min: 0n, max: BigInt(end - 1) }).map(Number)),
    fc.integer({ min: 1, max: 500 }),
    fc.constantFrom(1, 1, 2, 3, 64, 5000),
  );
  return fc.uniqueArray(run, { selector: ([start]) => start, maxLength: 8 }).map((runs) => runs.toSorted(([a], [b]) => a - b));
};
const pooledFigure = scaled.chain((figure) => {
  const counts = countsIn(placeOf(figure, NO_PLAN));
  return fc.record({
    figure: fc.constant(figure),
    parts: fc.array(counts, { minLength: 1, maxLength: 4 }),
    plan: planIn(placeOf(figure, NO_PLAN)),
  });
});

describe('vectors of scaled figures', () => {
  it('count everybody, under any plan, in bins that hold the cells', () => {
    fc.assert(
      fc.property(pooledFigure, ({ figure, parts, plan }) => {
        const pooled = addCounts(parts);
        const vector = toVector(layoutOf(figure, plan), [pooled]);
        expect(vector.counts.reduce((all, count) => all + count, 0)).toBe(total(pooled));
        const { counts, open } = readPool(figure, plan, parts);
        const known = new Map([...counts.cells].map((cell, index) => [cell, counts.values[index]]));
        for (const [index, cell] of pooled.cells.entries()) {
          const isOpen = open.some(({ start, end }) => start <= cell && cell < end);
          expect([cell, known.get(cell) ?? isOpen]).toEqual([cell, isOpen || pooled.values[index]]);
        }
      }),
    );
  });

  it('give, round after round, the counts of the concatenated rows, however they are split over countries', () => {
    fc.assert(
      fc.property(pooledFigure, ({ figure, parts, plan: first }) => {
        let plan = first;
        let reading = readPool(figure, plan, parts);
        let rounds = 1;
        while (reading.open.length > 0) {
          plan = refinePlan(plan, reading);
          expect(isOrdered(plan)).toBe(true);
          reading = readPool(figure, plan, parts);
          rounds += 1;
        }
        expect(reading.counts).toEqual(addCounts(parts));
        expect(rounds).toBeLessThanOrEqual(6);
        const remembered = occupiedPlan(reading.counts, placeOf(figure, plan));
        expect(isOrdered(remembered)).toBe(true);
        expect(readPool(figure, remembered, parts)).toEqual({ counts: addCounts(parts), open: [] });
      }),
    );
  });

  it('are as long for nobody as for everybody', () => {
    fc.assert(
      fc.property(pooledFigure, ({ figure, parts: [some = countsOf([])], plan }) => {
        const layout = layoutOf(figure, plan);
        expect(toVector(layout, [some]).counts).toHaveLength(toVector(layout, [countsOf([])]).counts.length);
      }),
    );
  });

  it('take two rounds where a figure is asked for the first time, and one where nobody is outside the plan', () => {
    const days = countsOf(Array.from({ length: 6000 }, (_, day) => [day, 1 + (day % 3)] as const));
    const first = readPool(survival, NO_PLAN, [days]);
    const plan = refinePlan(NO_PLAN, first);
    expect(readPool(survival, plan, [days])).toEqual({ counts: days, open: [] });
    const remembered = occupiedPlan(days, placeOf(survival, plan));
    // days 0 and 1 are cells of the ladder
    expect(remembered).toEqual([[0, 8192, 1]]);
    const oneMore = addCounts([days, countsOf([[8190, 1]])]);
    expect(readPool(survival, remembered, [oneMore])).toEqual({ counts: oneMore, open: [] });
  });

  it('say in which bins the patients outside a plan are', () => {
    const inside = countsOf([[5000, 3]]);
    const plan: Plan = [[4992, 64, 1]];
    const { counts, open } = readPool(survival, plan, [inside, countsOf([[5100, 1]])]);
    expect(counts).toEqual(inside);
    expect(open.some(({ start, end }) => start <= 5100 && 5100 < end)).toBe(true);
    expect(open.every(({ start, end }) => end <= 4992 || start >= 5056)).toBe(true);
    expect(refinePlan(plan, { counts, open })).toContainEqual([4992, 64, 1]);
  });

  it('need no more cells than there are values, where values are far apart', () => {
    const distinct = countsOf(Array.from({ length: 400 }, (_, index) => [700_000 + 9973 * index, 1] as const));
    const plan = occupiedPlan(distinct, placeOf(grouped, NO_PLAN));
    expect(plan.reduce((cells, [, bins]) => cells + bins, 0)).toBeLessThan(400 * 8 + 1);
  });

  it('refuse cells that a figure does not have', () => {
    const end = placeOf(survival, NO_PLAN).ladder.end;
    expect(() => toVector(layoutOf(survival, NO_PLAN), [countsOf([[end, 1]])])).toThrow('beyond the cells');
    expect(() => toVector(layoutOf({ kind: 'size' }, NO_PLAN), [countsOf([[1, 1]])])).toThrow('beyond the cells');
    expect(LAYOUT_VERSION).toBeGreaterThan(2);
  });
});
