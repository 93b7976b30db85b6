/** How long something took, again and again, in milliseconds. */
export interface Timing {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly repetitions: number;
}

/**
 * Times some work, one after the other.
 *
 * @param prepare is done before each time, and is not timed
 */
export async function timed(repetitions: number, work: () => Promise<unknown>, prepare?: () => Promise<unknown>): Promise<Timing> {
  const times: number[] = [];
  for (let count = 0; count < repetitions; count += 1) {
    await prepare?.();
    const begin = performance.now();
    await work();
    times.push(performance.now() - begin);
  }
  const sorted = times.toSorted((one, other) => one - other);
  return { median: medianOf(sorted), least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0, repetitions };
}

function medianOf(sorted: readonly number[]): number {
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper;
  return (upper + lower) / 2;
}
