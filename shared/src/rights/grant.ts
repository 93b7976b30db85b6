import { type Caller, hasNationalRole, hasRole, type Role } from '../identity';
import { centerCodesIn, type FieldArguments } from './center-codes';
import { centerOf } from './center-of';

/**
 * Of which registry something is granted: of any, of the caller's own country, or of the caller's own centre. FOR_HUB: of any,
 * when the hub asks in the caller's name and signs the question.
 */
export type Scope = 'ANY' | 'OWN_COUNTRY' | 'OWN_CENTER' | 'FOR_HUB';

/** What figures are released as: those that speak of fewer patients than the threshold are not; 1 releases exact ones. */
export interface Release {
  readonly threshold: number;
  readonly extremes?: true;
}

export interface Grant {
  readonly scope: Scope;
  readonly release?: Release;
}

/** What a row of the table grants to each role; a role that is not named gets nothing. */
export type Grants = Readonly<Partial<Record<Role, Grant>>>;

/**
 * Whether a role in this scope lets the caller ask for a field with these arguments. It is a pure function of both, so that
 * it tells nothing of what exists.
 *
 * @param country whose registry is asked; undefined for the hub itself
 */
export function covers(role: Role, { scope }: Grant, caller: Caller, country: string | undefined, args: FieldArguments): boolean {
  switch (scope) {
    case 'ANY':
    case 'FOR_HUB':
      return hasRole(caller, role);
    case 'OWN_COUNTRY':
      return country !== undefined && hasNationalRole(caller, country, role);
    case 'OWN_CENTER': {
      const center = country === undefined ? undefined : centerOf(caller, country);
      return center !== undefined && centerCodesIn(args).every((code) => code === center || code.startsWith(`${center}-`));
    }
  }
}
