/**
 * Some of the rows of columns, a bit each, 32 to a word: sets are intersected and compared in a 32nd of the steps that their
 * rows would take. Comparisons are numbers here, since a branch that goes either way costs more than both of its ways.
 */
export interface RowSet {
  readonly words: Uint32Array;
  /** How many rows are in it. */
  readonly count: number;
}

const WORD = 32;

export function emptyRowSet(size: number): RowSet {
  return { words: new Uint32Array(Math.ceil(size / WORD)), count: 0 };
}

/** The rows that are in all of the sets, which are of the same columns. @param sets at least one */
export function intersectRowSets([first, ...others]: readonly [RowSet, ...RowSet[]]): RowSet {
  if (others.length === 0) return first;
  const words = first.words.slice();
  for (const other of others) intersectWords(words, other.words);
  return { words, count: countBits(words) };
}

/** How many are in both of two sets: of rows of the same columns, or of cases of the same registry. */
export function countShared(one: RowSet, other: RowSet): number {
  return countCommonBits(one.words, other.words);
}

/** The same cases by their numbers, a bit each: such sets are of any columns of one registry. */
export function caseSet(rows: RowSet, { caseNumbers }: { readonly caseNumbers: Uint32Array }): RowSet {
  const numbers = rowsOf(rows).map((row) => caseNumbers[row] ?? 0);
  const largest = numbers.reduce((most, number) => Math.max(most, number), 0);
  const words = new Uint32Array(Math.floor(largest / WORD) + 1);
  for (const number of numbers) words[number >>> 5] = (words[number >>> 5] ?? 0) | (1 << (number & 31));
  return { words, count: rows.count };
}

/** The rows of a set, in their order. */
export function rowsOf({ words, count }: RowSet): Uint32Array {
  const rows = new Uint32Array(count + 1);
  listRows(words, rows);
  return rows.subarray(0, count);
}

/** Rows whose code is wanted. @param wanted 1 for each wanted code, by code */
export function rowsWithCode(codes: Uint16Array, wanted: Uint8Array, size: number): RowSet {
  const words = new Uint32Array(Math.ceil(size / WORD));
  for (let first = 0; first < size; first += WORD) {
    const end = Math.min(first + WORD, size);
    let bits = 0;
    for (let row = first; row < end; row += 1) bits |= (wanted[codes[row] ?? 0] ?? 0) << (row - first);
    words[first >>> 5] = bits;
  }
  return { words, count: countBits(words) };
}

/** Rows whose flags, as far as the mask has them, are just these. */
export function rowsWithFlags(flags: Uint8Array, mask: number, these: number, size: number): RowSet {
  const words = new Uint32Array(Math.ceil(size / WORD));
  for (let first = 0; first < size; first += WORD) {
    const end = Math.min(first + WORD, size);
    let bits = 0;
    for (let row = first; row < end; row += 1) bits |= Number(((flags[row] ?? 0) & mask) === these) << (row - first);
    words[first >>> 5] = bits;
  }
  return { words, count: countBits(words) };
}

/** Rows whose number of steps lies between two, both included. */
export function rowsWithSteps(steps: Float64Array, least: number, most: number, size: number): RowSet {
  const words = new Uint32Array(Math.ceil(size / WORD));
  for (let first = 0; first < size; first += WORD) {
    const end = Math.min(first + WORD, size);
    let bits = 0;
    for (let row = first; row < end; row += 1) {
      const value = steps[row] ?? Number.NaN;
      bits |= (Number(value >= least) & Number(value <= most)) << (row - first);
    }
    words[first >>> 5] = bits;
  }
  return { words, count: countBits(words) };
}

/** Rows whose day lies between two, both included. */
export function rowsWithDay(days: Int32Array, earliest: number, latest: number, size: number): RowSet {
  const words = new Uint32Array(Math.ceil(size / WORD));
  for (let first = 0; first < size; first += WORD) {
    const end = Math.min(first + WORD, size);
    let bits = 0;
    for (let row = first; row < end; row += 1) {
      const day = days[row] ?? 0;
      bits |= (Number(day >= earliest) & Number(day <= latest)) << (row - first);
    }
    words[first >>> 5] = bits;
  }
  return { words, count: countBits(words) };
}

/** Rows with any wanted one of their codes. @param starts of row r's codes, which end where those of r + 1 start */
export function rowsWithAnyCode(starts: Uint32Array, codes: Uint16Array, wanted: Uint8Array, size: number): RowSet {
  const words = new Uint32Array(Math.ceil(size / WORD));
  for (let row = 0; row < size; row += 1) {
    const end = starts[row + 1] ?? 0;
    let found = 0;
    for (let position = starts[row] ?? 0; position < end; position += 1) found |= wanted[codes[position] ?? 0] ?? 0;
    words[row >>> 5] = (words[row >>> 5] ?? 0) | (found << (row & 31));
  }
  return { words, count: countBits(words) };
}

function intersectWords(words: Uint32Array, others: Uint32Array): void {
  for (let index = 0; index < words.length; index += 1) words[index] = (words[index] ?? 0) & (others[index] ?? 0);
}

// a row that is not in the set is written over by the next: faster than a branch that goes either way
function listRows(words: Uint32Array, rows: Uint32Array): void {
  let count = 0;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? 0;
    if (word === 0) continue;
    for (let bit = 0; bit < WORD; bit += 1) {
      rows[count] = index * WORD + bit;
      count += (word >>> bit) & 1;
    }
  }
}

function countBits(words: Uint32Array): number {
  let count = 0;
  for (let index = 0; index < words.length; index += 1) count += bitCount(words[index] ?? 0);
  return count;
}

function countCommonBits(words: Uint32Array, others: Uint32Array): number {
  let count = 0;
  for (let index = 0; index < words.length; index += 1) count += bitCount((words[index] ?? 0) & (others[index] ?? 0));
  return count;
}

/** Bits of a word that are set, added up in pairs, fours and eights (H. S. Warren, Hacker's Delight, 2nd edition 2012, 5-1). */
function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
