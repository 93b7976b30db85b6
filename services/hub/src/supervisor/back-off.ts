const FIRST_MS = 200;
const LONGEST_MS = 15_000;

/** How long to wait before the next start, in ms, after so many failures in a row: doubling, from 0.2 s up to 15 s. */
export function backOffMs(failures: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
}
