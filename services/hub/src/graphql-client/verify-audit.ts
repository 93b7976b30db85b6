import { countryFieldName } from '@registry-hub/shared/domain';
import type { RegisteredCountry } from '@registry-hub/shared/register';
import { z } from 'zod';
import { OperatorError } from '../errors';
import { graphqlRequest } from './graphql-request';

/** The last entry of an audit trail, as a verification told it. */
export const auditHeadSchema = z.object({ sequence: z.int(), hash: z.string() });
export type AuditHead = Readonly<z.output<typeof auditHeadSchema>>;

const verificationSchema = z.union([
  z.object({ valid: z.literal(true), entries: z.int(), head: auditHeadSchema }),
  z.object({ valid: z.literal(false), fault: z.object({ sequence: z.int(), message: z.string() }) }),
]);
export type AuditVerification = Readonly<z.output<typeof verificationSchema>>;

/** A trail of millions of entries is computed anew from its first one. */
const WITHIN_MS = 30 * 60_000;

/**
 * Lets a country verify its audit trail.
 *
 * @param options.earlierHead what the last verification told; `token` is a COORDINATOR's of that country
 * @throws OperatorError when the country doesn't answer or refuses the request; a trail that does not hold is an answer
 */
export async function verifyAudit(
  country: RegisteredCountry,
  options: { readonly earlierHead: AuditHead | undefined; readonly token: string },
): Promise<AuditVerification> {
  const { earlierHead, token } = options;
  const field = countryFieldName(country.name);
  const query = `query VerifyAudit($earlierHead: AuditHeadInput) {
    ${field} { registry { auditVerification(earlierHead: $earlierHead) { valid entries head { sequence hash } fault { sequence message } } } }
  }`;
  const variables = earlierHead === undefined ? {} : { earlierHead };
  const data = await graphqlRequest({ url: country.url, query, variables, token, withinMs: WITHIN_MS });
  const answer = z.object({ [field]: z.object({ registry: z.object({ auditVerification: verificationSchema }) }) }).safeParse(data);
  const verification = answer.success ? answer.data[field]?.registry.auditVerification : undefined;
  if (verification === undefined) throw new OperatorError(`${country.name} gave no account of its audit trail.`);
  return verification;
}
