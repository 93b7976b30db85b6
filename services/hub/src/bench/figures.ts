/** What a question came to, as numbers with names: the same names wherever it was asked. */
export type Figures = ReadonlyMap<string, number>;

/** Both are exact but for rounding: of sums in another order, and of fixed-point sums of a model. */
const RELATIVE_TOLERANCE = 1e-7;

/** @throws Error that names the first figure which differs */
export function checkSame(question: string, one: Figures, other: Figures): void {
  for (const [name, value] of one) {
    const compared = other.get(name);
    if (compared !== undefined && Math.abs(value - compared) <= RELATIVE_TOLERANCE * Math.max(Math.abs(value), 1e-3)) continue;
    throw new Error(`${question}: ${name} is ${value} at one place and ${compared} at another`);
  }
  if (one.size !== other.size) throw new Error(`${question}: ${one.size} figures at one place and ${other.size} at another`);
}
