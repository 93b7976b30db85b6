import { endianness } from 'node:os';

/**
 * Vectors and keystreams are read and written as the memory of typed arrays, which is little endian on every processor that
 * Node.js is released for but s390x.
 *
 * @throws Error there: its numbers would be others than those of the other countries
 */
export function requireLittleEndian(): void {
  if (endianness() !== 'LE') throw new Error('Masked sums need a little-endian processor (x64, arm64).');
}
