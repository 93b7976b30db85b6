import type { JWTPayload } from 'jose';
import { CENTER_CODE, COUNTRY_CODE } from '../domain';
import { HubError } from '../errors';
import { type Caller, type Role, roles } from './caller';

/** What a token says of its holder, beside `sub` and the registered claims. */
export interface CallerClaims {
  readonly roles: readonly Role[];
  readonly country?: string;
  readonly center?: string;
}

/** The claims that make somebody this caller; what he has not is left out. */
export function claimsOf({ roles: held, country, center }: CallerClaims): CallerClaims {
  return { roles: held, ...(country === undefined ? {} : { country }), ...(center === undefined ? {} : { center }) };
}

/** A name for somebody who holds this role there and does not exist: `lead`, `coordinator-fr`, `center-fr-001`. */
export function madeUpSubject(role: Role, { country, center }: Pick<CallerClaims, 'country' | 'center'>): string {
  const place = center ?? country;
  return [role, ...(place === undefined ? [] : [place])].join('-').toLowerCase();
}

/**
 * The caller of whom the claims of a verified token speak. Roles of other applications are left out.
 *
 * @throws HubError UNAUTHENTICATED when there is no subject, no role of this hub, or a country or centre of another form
 */
export function callerOf(payload: JWTPayload): Caller {
  const { sub, roles: claimed, country, center }: { sub?: unknown; roles?: unknown; country?: unknown; center?: unknown } = payload;
  const held = Array.isArray(claimed) ? roles.filter((role) => claimed.includes(role)) : [];
  if (typeof sub !== 'string' || sub === '' || held.length === 0) {
    throw new HubError('UNAUTHENTICATED', 'The token needs a subject and, in the array roles, at least one known role.');
  }
  const ofCountry = coded(country, COUNTRY_CODE, 'country: expected two upper-case letters, as FR');
  const ofCenter = coded(center, CENTER_CODE, 'center: expected country, dash, three digits, as FR-001');
  if (ofCountry !== undefined && ofCenter !== undefined && !ofCenter.startsWith(`${ofCountry}-`)) {
    throw refused(`center: expected a centre of ${ofCountry}`);
  }
  return {
    subject: sub,
    roles: held,
    ...(ofCountry === undefined ? {} : { country: ofCountry }),
    ...(ofCenter === undefined ? {} : { center: ofCenter }),
  };
}

function coded(claim: unknown, form: RegExp, expected: string): string | undefined {
  if (claim === undefined || claim === null) return undefined;
  if (typeof claim !== 'string' || !form.test(claim)) throw refused(expected);
  return claim;
}

function refused(fault: string): HubError {
  return new HubError('UNAUTHENTICATED', `The token has a claim of another form; ${fault}.`);
}
