import { requireLittleEndian } from './little-endian';
import type { SumVector } from './sum-vector';

const COUNT_BYTES = 4;
const FIXED_BYTES = 8;

/** How long the two parts of a vector are: it follows from the question alone. */
export interface SumVectorLength {
  readonly counts: number;
  readonly fixed: number;
}

/** A vector as bytes: its counts, then its fixed-point numbers, little endian. */
export function encodeSumVector({ counts, fixed }: SumVector): Uint8Array {
  requireLittleEndian();
  const bytes = new Uint8Array(counts.byteLength + fixed.byteLength);
  bytes.set(bytesOf(counts), 0);
  bytes.set(bytesOf(fixed), counts.byteLength);
  return bytes;
}

/** The inverse of {@link encodeSumVector}. @throws RangeError when there are too few bytes, or too many */
export function decodeSumVector(bytes: Uint8Array, { counts, fixed }: SumVectorLength): SumVector {
  requireLittleEndian();
  const expected = counts * COUNT_BYTES + fixed * FIXED_BYTES;
  if (bytes.length !== expected) throw new RangeError(`expected a vector of ${expected} bytes, not ${bytes.length}`);
  const vector = { counts: new Uint32Array(counts), fixed: new BigUint64Array(fixed) };
  bytesOf(vector.counts).set(bytes.subarray(0, vector.counts.byteLength));
  bytesOf(vector.fixed).set(bytes.subarray(vector.counts.byteLength));
  return vector;
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array | BigUint64Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
