import type { CountryIdentity } from '@registry-hub/shared/domain';
import { type CallerClaims, claimsOf, madeUpSubject, type Role } from '@registry-hub/shared/identity';

/** Somebody who does not exist, to sign in as while developing. */
export interface DevelopmentAccount {
  readonly subject: string;
  readonly name: string;
  readonly claims: CallerClaims;
}

/** One account for each role that sees all countries, and for each national role one in every country. */
export function developmentAccounts(countries: readonly CountryIdentity[]): readonly DevelopmentAccount[] {
  return [
    account('LEAD', 'European lead'),
    account('DASHBOARD', 'Reader of the dashboard'),
    account('ADMIN', 'Administrator of the hub'),
    ...countries.flatMap(({ code, name }) => {
      const center = `${code}-001`;
      return [
        account('COORDINATOR', `Coordinator, ${name}`, { country: code }),
        account('VALIDATOR', `Validator, ${name}`, { country: code }),
        account('CENTER', `Centre ${center}, ${name}`, { country: code, center }),
      ];
    }),
  ];
}

function account(role: Role, name: string, place: { readonly country?: string; readonly center?: string } = {}): DevelopmentAccount {
  return { subject: madeUpSubject(role, place), name, claims: claimsOf({ roles: [role], ...place }) };
}
