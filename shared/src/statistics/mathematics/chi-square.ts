const RELATIVE_PRECISION = 1e-16;
const MOST_TERMS = 10_000;
/** Keeps a denominator of the continued fraction from being 0. */
const TINY = 1e-300;

/**
 * The probability that a chi-square variable is at least `statistic`: the regularised upper incomplete gamma function
 * Q(df / 2, statistic / 2), by its series below the mode and by its continued fraction above it (Abramowitz & Stegun,
 * Handbook of Mathematical Functions, 1964, 6.5.29 and 6.5.31), to about 1e-13 of itself.
 *
 * @param statistic 0 or more @param degreesOfFreedom a whole number, 1 or more
 */
export function chiSquareUpperTail(statistic: number, degreesOfFreedom: number): number {
  const shape = degreesOfFreedom / 2;
  const x = statistic / 2;
  if (x <= 0) return 1;
  const scale = Math.exp(shape * Math.log(x) - x - logGammaOfHalf(degreesOfFreedom));
  return x < shape + 1 ? 1 - scale * lowerSeries(shape, x) : scale * upperFraction(shape, x);
}

/** The probability that a standard normal variable is at least as far from 0 as `z`, on either side. */
export function normalTwoSidedTail(z: number): number {
  return chiSquareUpperTail(z * z, 1);
}

function lowerSeries(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let index = 1; index < MOST_TERMS && term > sum * RELATIVE_PRECISION; index += 1) {
    term *= x / (shape + index);
    sum += term;
  }
  return sum;
}

/** By the modified method of Lentz (Appl Opt 1976;15:668). */
function upperFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let index = 1; index < MOST_TERMS; index += 1) {
    const a = -index * (index - shape);
    b += 2;
    d = 1 / awayFromZero(a * d + b);
    c = awayFromZero(b + a / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < RELATIVE_PRECISION * 4) break;
  }
  return fraction;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/** Logarithm of the gamma function at half a whole number, from Γ(1/2) = √π or Γ(1) = 1 upwards. */
function logGammaOfHalf(twice: number): number {
  let log = twice % 2 === 1 ? Math.log(Math.PI) / 2 : 0;
  for (let half = twice % 2 === 1 ? 0.5 : 1; half < twice / 2; half += 1) log += Math.log(half);
  return log;
}
