import { z } from 'zod';

const listSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string(), exp: z.int().optional() })) });

/**
 * The public keys whose tokens are good at this time, the present key and its predecessors, as a JSON Web Key Set (RFC 7517). A key
 * that was replaced has an end, `exp`, in seconds since 1970 (OpenID Federation 1.0, historical keys).
 *
 * @param text of the file in which the hub lists them
 * @param now milliseconds since 1970
 * @throws Error when it lists none
 */
export function listedKeys(text: string, now: number): { readonly keys: readonly object[] } {
  const { keys } = listSchema.parse(JSON.parse(text));
  return { keys: keys.filter(({ exp }) => exp === undefined || exp * 1000 > now) };
}
