import type { RandomSource, Weighted } from './random-source';

/** Cards dealt one after the other: each value comes exactly as often as the pack holds it. */
export interface CardPack<T> {
  /** The next card. Throws when the pack is empty. */
  readonly deal: () => T;
}

/** A shuffled pack with as many cards of each value as its count says. */
export function shuffledPack<T>(counts: readonly Weighted<T>[], random: RandomSource): CardPack<T> {
  const cards = random.shuffled(counts.flatMap(([value, count]) => Array.from({ length: count }, () => ({ value }))));
  return {
    deal: () => {
      const card = cards.pop();
      if (card === undefined) throw new RangeError('The pack of cards is empty.');
      return card.value;
    },
  };
}
