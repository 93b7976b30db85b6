import { errors, jwtVerify } from 'jose';
import { HubError } from '../errors';
import type { AcceptedIssuer } from './accepted-issuer';
import type { Caller } from './caller';
import { callerOf } from './caller-claims';

export type VerifyToken = (authorization: string | undefined) => Promise<Caller>;

/** Asymmetric only: with a symmetric one, whoever verifies could also sign. */
export const ASYMMETRIC_ALGORITHMS = ['RS256', 'ES256', 'EdDSA'];

/** How far the clocks of provider and verifier may be apart, for `exp` and `nbf` (RFC 7519, sections 4.1.4 and 4.1.5: some leeway). */
const CLOCK_TOLERANCE_SECONDS = 30;

/** Many times what a token of these claims needs; what is longer is not looked at. */
const MOST_CHARACTERS = 8192;

/**
 * Verifies `Bearer` tokens of one issuer. Which key is right follows from the issuer's own keys alone: a key, or an address of
 * keys, that a token brings along (`jwk`, `jku`, `x5c`, `x5u`) has no meaning, nor has anything in `kid` but the name of one of them.
 *
 * @throws HubError UNAUTHENTICATED from the returned function: no token, or one that is expired, not yet valid, badly signed, of
 *   another issuer or audience, or whose claims have another form.
 */
export function createTokenVerifier(accepted: AcceptedIssuer): VerifyToken {
  return async (authorization) => {
    const token = bearerToken(authorization);
    if (token === undefined) throw new HubError('UNAUTHENTICATED', 'Send a token: Authorization: Bearer <token>.');
    if (token.length > MOST_CHARACTERS) {
      throw new HubError(
        'UNAUTHENTICATED',
        `The token is longer than ${MOST_CHARACTERS} characters: ask the issuer for one with fewer claims.`,
      );
    }
    const { payload } = await jwtVerify(token, accepted.keys, {
      issuer: accepted.issuer,
      audience: accepted.audience,
      algorithms: ASYMMETRIC_ALGORITHMS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ['sub', 'exp', 'roles'],
    }).catch((error: unknown) => {
      if (error instanceof HubError) throw error;
      const expired = error instanceof errors.JWTExpired;
      throw new HubError('UNAUTHENTICATED', expired ? 'The token has expired.' : 'The token is not valid here.');
    });
    return callerOf(payload);
  };
}

function bearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
}
