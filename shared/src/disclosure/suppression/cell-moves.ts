import type { IndexSelection, Model } from 'highs';
import type { CountCell, CountSum } from './count-claims';
import type { CountSystem } from './merge-claims';
import type { SuppressionSolver } from './solver';

/** By how much counts could be other than they are, all sums still adding up; a cell that stays as it is has no entry. */
export type Move = ReadonlyMap<CountCell, number>;

/** Rounding of the solver, far below one patient. */
export const PRECISION = 1e-6;

/** How far a cell can move down: of each cell it is told whether anybody is in it, so that somebody must stay. */
export function roomBelow({ count }: CountCell): number {
  return count - 1;
}

/** What it costs to hide a cell, for each patient it moves by: next to nothing where nobody sees it. */
function priceOf({ count, untold }: CountCell): number {
  return untold ? count / 1000 : count;
}

/** Columns of the linear programme a cell: how far it moves up, and how far down. */
const COLUMNS = 2;
const OPTIMAL = 7;

/**
 * The ways in which counts could be others that add up too: what somebody who knows every sum, but not the hidden counts, must
 * reckon with. A move is found by linear programming, and checked before it is believed.
 */
export class CellMoves {
  private readonly indices: ReadonlyMap<string, number>;
  private readonly hidden = new Set<number>();

  private constructor(
    private readonly model: Model,
    private readonly infinity: number,
    private readonly cells: readonly CountCell[],
    private readonly sums: readonly CountSum[],
  ) {
    this.indices = new Map(cells.map(({ name }, index) => [name, index]));
    this.load();
  }

  /** Works with the moves of a system's counts, and gives back the memory that the solver took for them. */
  static of<R>(solver: SuppressionSolver, { cells, sums }: CountSystem, work: (moves: CellMoves) => R): R {
    return solver.withModel((model) => work(new CellMoves(model, solver.infinity, cells, sums)));
  }

  /** From now on these cells are hidden: they may be other than they are, and it costs nothing. */
  hide(names: Iterable<string>): void {
    const added = [...names].flatMap((name) => this.indices.get(name) ?? []).filter((index) => !this.hidden.has(index));
    for (const index of added) this.hidden.add(index);
    this.setRoom(added, this.infinity);
    this.setPrices(added, () => 0);
  }

  /** A move of hidden cells alone that takes some of them as far as they go, each in a direction of its own. */
  furthest(directions: ReadonlyMap<CountCell, 'up' | 'down'>, most: number): Move {
    const up = new Map([...directions].map(([{ name }, direction]) => [this.indexOf(name), direction === 'up']));
    const indices = [...up.keys()];
    this.setRoom(indices, most);
    this.setPrices(indices, (index) => (up.get(index) ? -1 : 1));
    const move = this.solve();
    this.setRoom(indices, this.infinity);
    this.setPrices(indices, () => 0);
    return move;
  }

  /**
   * The cheapest move that takes a hidden cell up by some patients, while others may move that are not hidden: these cost, for
   * each patient they move by, what they hold.
   *
   * @returns an empty move when there is none
   */
  cheapest({ name }: CountCell, by: number, mayMove: (cell: CountCell) => boolean): Move {
    const index = this.indexOf(name);
    const others = this.cells.flatMap((cell, other) => (!this.hidden.has(other) && mayMove(cell) ? [other] : []));
    this.setRoom(others, this.infinity);
    this.model.changeColsBounds(columnsOf([index]), [by, 0], [by, 0]);
    const move = this.solve();
    this.setRoom([index], this.infinity);
    this.model.changeColsBounds(columnsOf(others), zeros(others), zeros(others));
    return move;
  }

  private load(): void {
    const numCols = COLUMNS * this.cells.length;
    const numRows = this.sums.length;
    const entries = this.sums.map(({ whole, parts }) => [
      [this.indexOf(whole), -1] as const,
      ...parts.map((part) => [this.indexOf(part), 1] as const),
    ]);
    const starts = entries.reduce<number[]>((ends, row) => [...ends, (ends.at(-1) ?? 0) + COLUMNS * row.length], [0]);
    this.model.options.set({ output_flag: false, presolve: 'off' });
    this.model.passModel({
      numCols,
      numRows,
      colCost: this.cells.flatMap((cell) => [priceOf(cell), priceOf(cell)]),
      colLower: new Float64Array(numCols),
      colUpper: new Float64Array(numCols),
      rowLower: new Float64Array(numRows),
      rowUpper: new Float64Array(numRows),
      matrix: {
        format: 'csr',
        numRows,
        numCols,
        starts,
        indices: entries.flatMap((row) => row.flatMap(([index]) => [COLUMNS * index, COLUMNS * index + 1])),
        values: entries.flatMap((row) => row.flatMap(([, sign]) => [sign, -sign])),
      },
    });
  }

  private solve(): Move {
    if (this.model.run().modelStatus !== OPTIMAL) return new Map();
    const { colValue } = this.model.getSolution();
    const by = this.cells.map((_, index) => (colValue[COLUMNS * index] ?? 0) - (colValue[COLUMNS * index + 1] ?? 0));
    if (!this.isPossible(by)) return new Map();
    return new Map(this.cells.flatMap((cell, index) => (Math.abs(by[index] ?? 0) > PRECISION ? [[cell, by[index] ?? 0]] : [])));
  }

  /** Whether no cell gets empty and every sum adds up. */
  private isPossible(by: readonly number[]): boolean {
    const moved = (name: string): number => by[this.indexOf(name)] ?? 0;
    return (
      this.cells.every((cell, index) => (by[index] ?? 0) >= -roomBelow(cell) - PRECISION) &&
      this.sums.every(({ whole, parts }) => Math.abs(parts.reduce((sum, part) => sum + moved(part), -moved(whole))) < PRECISION)
    );
  }

  private setRoom(indices: readonly number[], above: number): void {
    const rooms = indices.toSorted((a, b) => a - b).flatMap((index) => [above, roomBelow(this.cellAt(index))]);
    this.model.changeColsBounds(columnsOf(indices), zeros(indices), rooms);
  }

  private setPrices(indices: readonly number[], priceOfUp: (index: number) => number): void {
    const prices = indices.toSorted((a, b) => a - b).flatMap((index) => [priceOfUp(index), -priceOfUp(index)]);
    this.model.changeColsCost(columnsOf(indices), prices);
  }

  private indexOf(name: string): number {
    const index = this.indices.get(name);
    if (index === undefined) throw new RangeError(`There is no cell ${name}.`);
    return index;
  }

  private cellAt(index: number): CountCell {
    const cell = this.cells[index];
    if (!cell) throw new RangeError(`There are ${this.cells.length} cells; none is ${index}.`);
    return cell;
  }
}

/** The solver wants its columns in ascending order. */
function columnsOf(indices: readonly number[]): IndexSelection {
  return { kind: 'set', indices: indices.toSorted((a, b) => a - b).flatMap((index) => [COLUMNS * index, COLUMNS * index + 1]) };
}

function zeros(indices: readonly number[]): Float64Array {
  return new Float64Array(COLUMNS * indices.length);
}
