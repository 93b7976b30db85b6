import { requireLittleEndian } from './little-endian';
import { contextDigest, type MaskingContext } from './masking-context';
import type { MaskingKey } from './masking-key';
import { PairKeystream, pairKey } from './pair-keystream';
import { addWords32, addWords64, halvesOf, type SumVector, subtractWords32, subtractWords64 } from './sum-vector';

/** Words of a keystream that are worked on at once: little enough to stay in a processor's cache. Even: a 64-bit word has two. */
const PORTION = 8192;

/**
 * Masks a country's vector for one question: with each other participant it shares a keystream, which the country of the
 * lower code adds and the other takes away, modulo 2^32 and 2^64. In the sum over all participants every stream is there once
 * with either sign, and cancels; any smaller sum is indistinguishable from random numbers to whoever lacks the keys.
 *
 * One key may mask one vector only: whoever sees two vectors under the same mask learns their difference. Whoever calls sees
 * to it that no context is answered twice from different data.
 *
 * After: Bonawitz et al., Practical Secure Aggregation for Privacy-Preserving Machine Learning, CCS 2017, §4 (without its
 * recovery from participants that drop out: those are asked again, as another question).
 *
 * @throws Error when the own key is not among the participants, or one of theirs can't be used
 */
export function maskVector(vector: SumVector, own: MaskingKey, context: MaskingContext): SumVector {
  requireLittleEndian();
  const { participants } = context;
  const self = participants.find(({ publicKey }) => publicKey === own.publicKey);
  if (!self) throw new Error('the key is not that of a participant');
  const digest = contextDigest(context);
  const masked: SumVector = { counts: vector.counts.slice(), fixed: vector.fixed.slice() };
  for (const { country, publicKey } of participants) {
    if (country === self.country) continue;
    const isLower = self.country < country;
    const [lower, upper] = isLower ? [self.country, country] : [country, self.country];
    const stream = new PairKeystream(pairKey(own.secretWith(publicKey), { digest, lower, upper }));
    apply(stream, masked.counts, isLower ? addWords32 : subtractWords32);
    apply(stream, halvesOf(masked.fixed), isLower ? addWords64 : subtractWords64);
  }
  return masked;
}

function apply(stream: PairKeystream, target: Uint32Array, put: (target: Uint32Array, words: Uint32Array, start: number) => void): void {
  const zeros = new Uint32Array(Math.min(PORTION, target.length));
  for (let start = 0; start < target.length; start += PORTION) {
    put(target, stream.next(zeros.subarray(0, target.length - start)), start);
  }
}
