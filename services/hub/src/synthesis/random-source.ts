import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** A value and its integer weight. */
export type Weighted<T> = readonly [value: T, weight: number];

const RANKS = 65_536;

/**
 * A stream of random draws that is the same on every machine for the same seed and path. It works on integers and on
 * fractions of a power of two alone, since the last digits of logarithms and exponentials differ between platforms.
 */
export class RandomSource {
  private constructor(private readonly generator: RandomGenerator) {}

  /**
   * The stream of a path below a seed: `RandomSource.of(7, 'FR', 12)`. Streams of different paths are independent, so
   * one patient's draws never shift another's. The digest spreads neighbouring seeds over the generator's whole state.
   */
  static of(seed: number, ...path: readonly (string | number)[]): RandomSource {
    const digest = createHash('sha256')
      .update([seed, ...path].join('/'))
      .digest();
    return new RandomSource(xoroshiro128plusFromState([0, 4, 8, 12].map((offset) => digest.readInt32BE(offset))));
  }

  /** Uniform over the integers from `min` to `max`, both included. */
  integer(min: number, max: number): number {
    return uniformInt(this.generator, min, max);
  }

  /** Uniform in [0, 1). */
  rank(): number {
    return this.integer(0, RANKS - 1) / RANKS;
  }

  /** True in `percent` of a hundred draws; 0 is never, 100 is always. */
  chance(percent: number): boolean {
    return this.integer(1, 100) <= percent;
  }

  /** One of the values, as often as its integer weight says. Throws when all weights are 0. */
  weighted<T>(options: readonly Weighted<T>[]): T {
    const total = options.reduce((sum, [, weight]) => sum + weight, 0);
    let left = total > 0 ? this.integer(1, total) : 0;
    for (const [value, weight] of options) {
      if (left > 0 && left <= weight) return value;
      left -= weight;
    }
    throw new RangeError('A weighted draw needs at least one value of positive weight.');
  }

  /** The items in random order (Fisher-Yates); the input stays as it is. */
  shuffled<T>(items: readonly T[]): T[] {
    const remaining = [...items];
    const drawn: T[] = [];
    while (remaining.length > 0) drawn.push(...remaining.splice(this.integer(0, remaining.length - 1), 1));
    return drawn;
  }
}
