/** A logarithmic axis. */
export interface LogScale {
  readonly at: (value: number) => number;
  /** Powers of ten within the axis, and the 2 and 5 of each where there are few. */
  readonly ticks: readonly number[];
}

const FEW_DECADES = 2;

/** Spreads values above 0 over a stretch of a picture. */
export function logScale(values: readonly number[], from: number, to: number): LogScale {
  const low = Math.log10(Math.min(...values));
  const high = Math.log10(Math.max(...values));
  const span = high - low || 1;
  const steps = span <= FEW_DECADES ? [1, 2, 5] : [1];
  const decades = Array.from({ length: Math.ceil(high) - Math.floor(low) + 1 }, (_, index) => 10 ** (Math.floor(low) + index));
  return {
    at: (value) => from + ((Math.log10(value) - low) / span) * (to - from),
    ticks: decades.flatMap((decade) => steps.map((step) => step * decade)).filter((tick) => isBetween(Math.log10(tick), low, high)),
  };
}

function isBetween(value: number, low: number, high: number): boolean {
  return value >= low - 1e-9 && value <= high + 1e-9;
}
