import type { ScaledShape } from './figure-shape';

/**
 * Bins that cover a whole scaled figure, finely where cells are usual and coarsely far out. In every section each cell below
 * `exactBelow` is a bin of its own; from there on every doubling has equally many bins, as floating-point numbers have.
 */
export interface Ladder {
  /** Where each bin begins, ascending; a bin ends where the next one begins. */
  readonly starts: Float64Array;
  /** Where the last one ends. */
  readonly end: number;
  readonly exactBelow: number;
}

/** The most bins a doubling has: a bin's width is at most a sixteenth of where it begins. */
const FINEST_BITS = 4;
/** Of the sections of a figure together, as long as one bin a doubling is not more: 8 kB of a partial. */
const MOST_BINS = 2048;

/** The ladder of a figure: as fine as it may be within the bins a ladder may have. */
export function ladderOf({ sections, length }: ScaledShape): Ladder {
  let bits = FINEST_BITS;
  let rungs = sectionStarts(length, bits);
  while (bits > 0 && rungs.length * sections > MOST_BINS) {
    bits -= 1;
    rungs = sectionStarts(length, bits);
  }
  const starts = new Float64Array(rungs.length * sections);
  for (let section = 0; section < sections; section += 1) {
    for (const [index, start] of rungs.entries()) starts[section * rungs.length + index] = section * length + start;
  }
  return { starts, end: sections * length, exactBelow: 2 ** (bits + 1) };
}

function sectionStarts(length: number, bits: number): readonly number[] {
  const starts: number[] = [];
  let width = 1;
  let doubled = 2 ** (bits + 1);
  for (let start = 0; start < length; start += width) {
    if (start === doubled) {
      width *= 2;
      doubled *= 2;
    }
    starts.push(start);
  }
  return starts;
}
