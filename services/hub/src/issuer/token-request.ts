import { CENTER_CODE, COUNTRY_CODE } from '@registry-hub/shared/domain';
import { type Role, roles } from '@registry-hub/shared/identity';
import { OperatorError } from '../errors';

/** What a token is to say. */
export interface TokenRequest {
  readonly role: Role;
  readonly country?: string;
  readonly center?: string;
  readonly subject: string;
  readonly lifetimeSeconds: number;
}

/** The same as typed by a person. */
export interface TokenOptions {
  readonly role: string;
  readonly country?: string;
  readonly center?: string;
  readonly subject?: string;
  readonly hours?: string;
}

const DEFAULT_HOURS = 12;
/** The longest that a token is valid. */
export const MOST_HOURS = 31 * 24;
/** Roles whose rights end at a country's border. */
const NATIONAL_ROLES: readonly Role[] = ['COORDINATOR', 'VALIDATOR'];

/**
 * Checks what was asked for; the case of role, country and centre doesn't matter.
 *
 * @throws OperatorError with one sentence for the first thing that doesn't fit.
 */
export function tokenRequest(options: TokenOptions): TokenRequest {
  const role = roles.find((known) => known === options.role.toUpperCase());
  if (role === undefined) throw new OperatorError(`--role: "${options.role}" is no role; known are ${roles.join(', ').toLowerCase()}.`);
  const center = options.center?.toUpperCase();
  if (center !== undefined && !CENTER_CODE.test(center)) {
    throw new OperatorError(`--center: "${options.center}" is no centre code; expected country, dash, three digits, as FR-001.`);
  }
  const country = options.country?.toUpperCase() ?? center?.slice(0, 2);
  if (country !== undefined && !COUNTRY_CODE.test(country)) {
    throw new OperatorError(`--country: "${options.country}" is no country code; expected two letters, as FR.`);
  }
  if (center !== undefined && !center.startsWith(`${country}-`)) throw new OperatorError(`--center: ${center} is no centre of ${country}.`);
  if (role === 'CENTER' && center === undefined) throw new OperatorError('--center: the role center needs its centre, as FR-001.');
  if (NATIONAL_ROLES.includes(role) && country === undefined) {
    throw new OperatorError(`--country: the role ${role.toLowerCase()} needs its country, as FR.`);
  }
  return {
    role,
    ...(country === undefined ? {} : { country }),
    ...(center === undefined ? {} : { center }),
    subject:
      options.subject ??
      [role, center ?? country]
        .filter((word) => word !== undefined)
        .join('-')
        .toLowerCase(),
    lifetimeSeconds: Math.round(hoursOf(options.hours) * 3600),
  };
}

function hoursOf(text: string | undefined): number {
  const hours = text === undefined ? DEFAULT_HOURS : Number(text);
  if (!(hours > 0 && hours <= MOST_HOURS)) {
    throw new OperatorError(`--hours: "${text}" is no lifetime; expected a number above 0 and at most ${MOST_HOURS}.`);
  }
  return hours;
}
