/**
 * A partial as everybody's are: counts modulo 2 ** 32 and sums modulo 2 ** 64, as many of each from every country, so that they
 * can be added under masks.
 */
export interface SumVector {
  readonly counts: Uint32Array;
  readonly fixed: BigUint64Array;
}
