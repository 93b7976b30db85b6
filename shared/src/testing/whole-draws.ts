/** Draws whole numbers from 0 to below a limit, the same on every machine: the high bits of a linear congruential sequence. */
export function wholeDraws(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
