import type { Counts } from './counts';

/**
 * The counts of a question's figures as one text: per figure the number of cells that are not 0, then for each, in order,
 * the gap to the cell before and its count, all as base-128 varints; the bytes in base64.
 */
export function encodeCounts(figures: readonly Counts[]): string {
  const bytes: number[] = [];
  for (const counts of figures) {
    const cells = [...counts].filter(([, count]) => count !== 0).toSorted(([a], [b]) => a - b);
    pushVarint(bytes, cells.length);
    let previous = -1;
    for (const [cell, count] of cells) {
      pushVarint(bytes, cell - previous - 1);
      pushVarint(bytes, count);
      previous = cell;
    }
  }
  return Buffer.from(bytes).toString('base64');
}

/** The inverse of {@link encodeCounts}. @throws RangeError when the text holds another number of figures, or is cut off */
export function decodeCounts(text: string, figures: number): readonly Counts[] {
  const bytes = Buffer.from(text, 'base64');
  let position = 0;
  const next = (): number => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = bytes[position];
      if (byte === undefined) throw new RangeError('the partial ends too early');
      position += 1;
      value += (byte & 0x7f) * scale;
      if (!Number.isSafeInteger(value)) throw new RangeError('the partial holds a number that is too large');
      if (byte < 0x80) return value;
      scale *= 0x80;
    }
  };
  const decoded = Array.from({ length: figures }, () => {
    const counts = new Map<number, number>();
    let cell = -1;
    for (let left = next(); left > 0; left -= 1) {
      cell += next() + 1;
      counts.set(cell, next());
    }
    return counts;
  });
  if (position !== bytes.length) throw new RangeError('the partial is longer than its question');
  return decoded;
}

function pushVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
}
