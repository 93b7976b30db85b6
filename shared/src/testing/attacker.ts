import type { Highs } from 'highs';

/** A sum of unknown counts, each as often as it is named. */
export type Unknowns = readonly number[];

/** What a reader of released figures knows: sums of counts that he was told, or that he knows to be at least so many. */
export interface Knowledge {
  readonly sum: Unknowns;
  readonly atLeast: number;
  readonly atMost: number;
}

export const exactly = (sum: Unknowns, value: number): Knowledge => ({ sum, atLeast: value, atMost: value });
export const atLeast = (sum: Unknowns, value: number): Knowledge => ({ sum, atLeast: value, atMost: Number.POSITIVE_INFINITY });

const OPTIMAL = 7;
const UNBOUNDED = 10;
const ROUNDING = 1e-6;

/**
 * Somebody who works out, by linear programming, between which numbers each suppressed count must lie.
 *
 * @param unknowns how many counts there are that he does not know, none of them below 0
 * @returns those of the targets that he can tell to lie within an interval narrower than `width`, with that interval
 */
export function attack(
  solver: Highs,
  unknowns: number,
  knowledge: readonly Knowledge[],
  targets: readonly Unknowns[],
  width: number,
): readonly { readonly target: number; readonly from: number; readonly to: number }[] {
  if (targets.length === 0) return [];
  const rows = [...knowledge, ...targets.map((sum) => atLeast(sum, 0))];
  const starts = rows.reduce<number[]>((ends, { sum }) => [...ends, (ends.at(-1) ?? 0) + sum.length], [0]);
  return solver.withModel((model) => {
    model.options.set({ output_flag: false, presolve: 'off' });
    model.passModel({
      numCols: unknowns,
      numRows: rows.length,
      colCost: new Float64Array(unknowns),
      colLower: new Float64Array(unknowns),
      colUpper: new Float64Array(unknowns).fill(solver.infinity),
      rowLower: rows.map((row) => row.atLeast),
      rowUpper: rows.map((row) => (row.atMost === Number.POSITIVE_INFINITY ? solver.infinity : row.atMost)),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: unknowns,
        starts,
        indices: rows.flatMap(({ sum }) => sum),
        values: new Float64Array(starts.at(-1) ?? 0).fill(1),
      },
    });
    const seen = targets.map(() => ({ least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY }));
    const ends = (target: number): readonly [number, number] => {
      const { least = 0, most = 0 } = seen[target] ?? {};
      return [Math.ceil(least - ROUNDING), Math.floor(most + ROUNDING)];
    };
    const push = (target: number, direction: 1 | -1): void => {
      const sum = targets[target] ?? [];
      const row = knowledge.length + target;
      // far enough is far enough: without an end there would be nothing to look at
      const [from] = ends(target);
      if (direction === 1) model.changeRowBounds(row, 0, from + width);
      for (const unknown of sum) model.changeColCost(unknown, -direction);
      const { modelStatus } = model.run();
      if (modelStatus !== OPTIMAL)
        throw new Error(`the figures contradict each other: status ${modelStatus}${modelStatus === UNBOUNDED ? ', unbounded' : ''}`);
      const { rowValue } = model.getSolution();
      for (const [index, range] of seen.entries()) {
        const value = rowValue[knowledge.length + index] ?? 0;
        range.least = Math.min(range.least, value);
        range.most = Math.max(range.most, value);
      }
      for (const unknown of sum) model.changeColCost(unknown, 0);
      model.changeRowBounds(row, 0, solver.infinity);
    };
    return targets.flatMap((_, target) => {
      for (const direction of [-1, 1] as const) {
        const [from, to] = ends(target);
        if (!(to - from >= width)) push(target, direction);
      }
      const [from, to] = ends(target);
      return to - from >= width ? [] : [{ target, from, to }];
    });
  });
}
