import { errors, type JWTPayload, jwtVerify } from 'jose';
import { HubError } from '../errors';
import type { AcceptedIssuer } from './accepted-issuer';
import { type Caller, type Role, roles } from './caller';

export type VerifyToken = (authorization: string | undefined) => Promise<Caller>;

/** Asymmetric only: with a symmetric one, whoever verifies could also sign. */
export const ASYMMETRIC_ALGORITHMS = ['RS256', 'ES256', 'EdDSA'];
const CLOCK_TOLERANCE_SECONDS = 5;

/**
 * Verifies `Bearer` tokens of one issuer.
 *
 * @throws HubError UNAUTHENTICATED from the returned function: no token, or one that is expired, badly signed, of another
 *   issuer or audience, or whose claims have another form.
 */
export function createTokenVerifier(accepted: AcceptedIssuer): VerifyToken {
  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw new HubError('UNAUTHENTICATED', 'Send a token: Authorization: Bearer <token>.');
    const { payload } = await jwtVerify(token, accepted.keys, {
      issuer: accepted.issuer,
      audience: accepted.audience,
      algorithms: ASYMMETRIC_ALGORITHMS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ['sub', 'exp', 'roles'],
    }).catch((error: unknown) => {
      const expired = error instanceof errors.JWTExpired;
      throw new HubError('UNAUTHENTICATED', expired ? 'The token has expired.' : 'The token is not valid here.');
    });
    return callerOf(payload);
  };
}

function callerOf(payload: JWTPayload): Caller {
  const { sub, roles: claimed, country, center }: { sub?: unknown; roles?: unknown; country?: unknown; center?: unknown } = payload;
  const known = Array.isArray(claimed) ? claimed.filter((role): role is Role => roles.includes(role as Role)) : [];
  if (typeof sub !== 'string' || known.length === 0) {
    throw new HubError('UNAUTHENTICATED', 'The token needs a subject and at least one known role.');
  }
  return {
    subject: sub,
    roles: known,
    ...(typeof country === 'string' ? { country } : {}),
    ...(typeof center === 'string' ? { center } : {}),
  };
}
