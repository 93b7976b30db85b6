import { randomBytes } from 'node:crypto';

const MILLISECOND_BYTES = 6;
const ID = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

/**
 * A new id of a masked question: a UUID of version 7 (RFC 9562 §5.7), which says when it was made. A country answers young ids
 * only, so it need not remember the old ones to answer each once.
 */
export function newQuestionId(now: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, MILLISECOND_BYTES);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** When an id was made; undefined when it is no UUID of version 7 in lower case. */
export function questionTime(id: string): Date | undefined {
  return ID.test(id) ? new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)) : undefined;
}
