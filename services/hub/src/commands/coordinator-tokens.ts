import { COUNTRY_CODE } from '@registry-hub/shared/domain';
import { type DataFolder } from '../data-folder';
import { OperatorError } from '../errors';
import { issueToken, tokenRequest } from '../issuer';

/** A country's token, or why there is none. */
export type TokenFor = (country: string) => Promise<string>;

/**
 * Coordinators' tokens for what the hub command does through the countries' own APIs.
 *
 * @param given `FR=<token>`, or one token for every country
 * @param data where the development issuer's keys are; undefined when another provider signs the tokens
 * @param subject who the development issuer says it is
 */
export function coordinatorTokens(given: readonly string[], data: DataFolder | undefined, subject: string): TokenFor {
  const byCountry = new Map<string, string>();
  for (const text of given) {
    const [country = '', token] = text.split('=', 2);
    if (token !== undefined && COUNTRY_CODE.test(country)) byCountry.set(country, token);
    else byCountry.set('*', text);
  }
  return async (country) => {
    const token = byCountry.get(country) ?? byCountry.get('*');
    if (token !== undefined) return token;
    if (data === undefined)
      throw new OperatorError(`--token: OIDC_ISSUER is set, so give a coordinator's token of ${country}, as ${country}=….`);
    return issueToken(data.identity, tokenRequest({ role: 'coordinator', country, subject }));
  };
}
