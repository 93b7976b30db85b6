/** How long something took, again and again, in milliseconds. */
export interface Timing {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly repetitions: number;
}

/** What takes long is timed less often, once it has been timed as often as a median needs. */
const PATIENCE_MS = 20_000;
const LEAST_REPETITIONS = 3;

/**
 * Times some work, one after the other.
 *
 * @param prepare is done before each time, and is not timed
 */
export async function timed(repetitions: number, work: () => Promise<unknown>, prepare?: () => Promise<unknown>): Promise<Timing> {
  const times: number[] = [];
  let total = 0;
  for (let count = 0; count < repetitions && (count < LEAST_REPETITIONS || total < PATIENCE_MS); count += 1) {
    await prepare?.();
    const begin = performance.now();
    await work();
    const time = performance.now() - begin;
    times.push(time);
    total += time;
  }
  const sorted = times.toSorted((one, other) => one - other);
  return { median: medianOf(sorted), least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0, repetitions: sorted.length };
}

/** How long some work takes once, in seconds. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1000;
}

function medianOf(sorted: readonly number[]): number {
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper;
  return (upper + lower) / 2;
}
