import type { Counts } from './counts';

/** Keys are counted in an array while it has at most so many cells a key; beyond that, sorting them is cheaper. */
const MOST_CELLS_PER_KEY = 8;
/** 16 MB of cells. */
const MOST_CELLS = 2 ** 22;

/**
 * Counts how often each key occurs.
 *
 * @param keys whole numbers from 0 to one below `size`; they may be sorted in place
 * @param cellOf the cell of a partial that a key stands for; both in the same order
 */
export function tally(keys: Uint32Array | Float64Array, size: number, cellOf: (key: number) => number = (key) => key): Counts {
  const counted = size <= Math.min(MOST_CELLS, MOST_CELLS_PER_KEY * keys.length) ? inArray(keys, size) : bySorting(keys);
  return { cells: counted.cells.map(cellOf), values: counted.values };
}

function inArray(keys: Uint32Array | Float64Array, size: number): Counts {
  const table = new Uint32Array(size);
  countKeys(keys, table);
  return occupiedCells(table);
}

/** The cells of a table that hold something. */
export function occupiedCells(table: Uint32Array): Counts {
  const cells = new Float64Array(countUsed(table));
  const values = new Float64Array(cells.length);
  collect(table, cells, values);
  return { cells, values };
}

// loops by themselves, as all that run over every row: the engine then keeps what it made of them

function countKeys(keys: Uint32Array | Float64Array, table: Uint32Array): void {
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    table[key] = (table[key] ?? 0) + 1;
  }
}

function countUsed(table: Uint32Array): number {
  let used = 0;
  for (let key = 0; key < table.length; key += 1) used += table[key] === 0 ? 0 : 1;
  return used;
}

function collect(table: Uint32Array, cells: Float64Array, values: Float64Array): void {
  let used = 0;
  for (let key = 0; key < table.length; key += 1) {
    const count = table[key] ?? 0;
    if (count === 0) continue;
    cells[used] = key;
    values[used] = count;
    used += 1;
  }
}

function bySorting(keys: Uint32Array | Float64Array): Counts {
  keys.sort();
  const cells = new Float64Array(keys.length);
  const values = new Float64Array(keys.length);
  let used = 0;
  let start = 0;
  for (let index = 1; index <= keys.length; index += 1) {
    if (keys[index] === keys[start]) continue;
    cells[used] = keys[start] ?? 0;
    values[used] = index - start;
    used += 1;
    start = index;
  }
  return { cells: cells.slice(0, used), values: values.slice(0, used) };
}
