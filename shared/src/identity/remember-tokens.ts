import { decodeJwt } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Caller } from './caller';
import type { VerifyToken } from './token-verifier';

const MOST_TOKENS = 1000;
/** So long, at most, does a token outlive the key that signed it, once the issuer has withdrawn that. */
const LONGEST_MS = 60_000;

/**
 * Verifies each token once, and again after a minute: a dashboard sends the same one with every question, and checking its
 * signature costs more than most answers. What is refused is not remembered.
 *
 * @param now milliseconds since 1970
 */
export function rememberTokens(verify: VerifyToken, now: () => number): VerifyToken {
  const known = new LRUCache<string, { readonly caller: Caller; readonly until: number }>({ max: MOST_TOKENS });
  return async (authorization) => {
    const remembered = authorization === undefined ? undefined : known.get(authorization);
    if (remembered !== undefined && now() < remembered.until) return remembered.caller;
    const caller = await verify(authorization);
    if (authorization !== undefined) known.set(authorization, { caller, until: Math.min(expiryOf(authorization), now() + LONGEST_MS) });
    return caller;
  };
}

/** In milliseconds since 1970. @param authorization of a token that was verified */
function expiryOf(authorization: string): number {
  return (decodeJwt(authorization.slice(authorization.indexOf(' ') + 1)).exp ?? 0) * 1000;
}
