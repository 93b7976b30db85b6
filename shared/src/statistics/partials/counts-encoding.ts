import type { Counts } from './counts';

/** A number below 2 ** 53 takes at most so many bytes. */
const LONGEST_VARINT = 8;

/**
 * The counts of a question's figures as bytes: per figure the number of cells that are not 0, then for each, in order, the gap
 * to the cell before and its count, all as base-128 varints.
 */
export function encodeCounts(figures: readonly Counts[]): Uint8Array {
  const numbers = figures.reduce((total, { cells }) => total + 1 + 2 * cells.length, 0);
  const bytes = new Uint8Array(numbers * LONGEST_VARINT);
  let end = 0;
  for (const { cells, values } of figures) {
    end = writeVarint(bytes, end, cells.length);
    let previous = -1;
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index] ?? 0;
      end = writeVarint(bytes, end, cell - previous - 1);
      end = writeVarint(bytes, end, values[index] ?? 0);
      previous = cell;
    }
  }
  return bytes.slice(0, end);
}

/** The inverse of {@link encodeCounts}. @throws RangeError when the bytes hold another number of figures, or are cut off */
export function decodeCounts(bytes: Uint8Array, figures: number): readonly Counts[] {
  const reader = new VarintReader(bytes);
  const decoded = Array.from({ length: figures }, () => readFigure(reader));
  if (!reader.atEnd) throw new RangeError('the partial is longer than its question');
  return decoded;
}

function readFigure(reader: VarintReader): Counts {
  const length = reader.next();
  if (length > reader.bytesLeft) throw new RangeError('the partial ends too early');
  const cells = new Float64Array(length);
  const values = new Float64Array(length);
  let cell = -1;
  for (let index = 0; index < length; index += 1) {
    cell += reader.next() + 1;
    cells[index] = cell;
    values[index] = reader.next();
  }
  return { cells, values };
}

/** @returns where the next number begins */
function writeVarint(bytes: Uint8Array, start: number, value: number): number {
  let position = start;
  let rest = value;
  while (rest >= 0x80) {
    bytes[position] = (rest % 0x80) | 0x80;
    rest = Math.floor(rest / 0x80);
    position += 1;
  }
  bytes[position] = rest;
  return position + 1;
}

class VarintReader {
  private position = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get bytesLeft(): number {
    return this.bytes.length - this.position;
  }

  get atEnd(): boolean {
    return this.bytesLeft === 0;
  }

  next(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.bytes[this.position];
      if (byte === undefined) throw new RangeError('the partial ends too early');
      this.position += 1;
      value += (byte & 0x7f) * scale;
      if (!Number.isSafeInteger(value)) throw new RangeError('the partial holds a number that is too large');
      if (byte < 0x80) return value;
      scale *= 0x80;
    }
  }
}
