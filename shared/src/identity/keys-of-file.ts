import { readFileSync } from 'node:fs';
import { createLocalJWKSet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { followFile } from '../secrets';

const keySet = z.object({
  keys: z.array(
    z.looseObject({
      kty: z.string(),
      /** When a key that was replaced stops to be good for anything, in seconds since 1970. Absent: it is in use. */
      exp: z.int().optional(),
    }),
  ),
});

type ListedKey = z.output<typeof keySet>['keys'][number];

/**
 * Public keys kept in a file, a JSON Web Key Set (RFC 7517). A replaced file counts from then on, without a restart; a key
 * with an `exp` that has passed (OpenID Federation 1.0, historical keys) no longer does.
 *
 * @param now milliseconds since 1970
 * @throws Error when the file holds none
 */
export function keysOfFile(file: string, now: () => number = Date.now): JWTVerifyGetKey {
  const listed = followFile(file, readKeySet);
  let good: readonly ListedKey[] = [];
  let find = createLocalJWKSet({ keys: [] });
  return (header, token) => {
    const latest = listed().filter(({ exp }) => exp === undefined || exp * 1000 > now());
    if (latest.length !== good.length || latest.some((key, index) => key !== good[index])) {
      good = latest;
      find = createLocalJWKSet({ keys: [...latest] });
    }
    return find(header, token);
  };
}

function readKeySet(file: string): readonly ListedKey[] {
  const parsed = keySet.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} is no JSON Web Key Set: ${z.prettifyError(parsed.error)}`);
  return parsed.data.keys;
}
