import type { JWK } from 'jose';
import { z } from 'zod';
import { readIfThere, replaceFile } from '../data-folder';

const listSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string(), exp: z.int().optional() })) });
type ListedKey = z.output<typeof listSchema>['keys'][number];

export interface Retirement {
  readonly now: Date;
  /** For so long a key is listed that is in use no more. */
  readonly validSeconds: number;
}

/**
 * Lists the public keys in use, the one that signs first. One that was listed and is in use no more gets a time at which it ends
 * (`exp`, in seconds since 1970), and is listed until then.
 */
export function listPublicKeys(file: string, inUse: readonly JWK[], retirement: Retirement): void {
  const used = new Set(inUse.map(({ kid }) => kid));
  const retired = retiredKeys(file, (key) => !used.has(key.kid), retirement);
  const text = `${JSON.stringify({ keys: [...inUse, ...retired] }, undefined, 2)}\n`;
  if (readIfThere(file) !== text) replaceFile(file, text);
}

function retiredKeys(file: string, isOld: (key: ListedKey) => boolean, { now, validSeconds }: Retirement): readonly ListedKey[] {
  const seconds = Math.ceil(now.getTime() / 1000);
  return listedKeys(file)
    .filter(isOld)
    .map((key) => ({ ...key, exp: Math.min(key.exp ?? Number.POSITIVE_INFINITY, seconds + validSeconds) }))
    .filter(({ exp }) => exp > seconds);
}

/** A list that was lost or broken is made anew from the private keys. */
function listedKeys(file: string): readonly ListedKey[] {
  try {
    return listSchema.parse(JSON.parse(readIfThere(file) ?? '')).keys;
  } catch {
    return [];
  }
}
