import { countryFieldName } from '@registry-hub/shared/domain';
import type { RegisteredCountry } from '@registry-hub/shared/register';
import { z } from 'zod';
import { OperatorError } from '../errors';
import { graphqlRequest } from './graphql-request';

const progressSchema = z.object({
  derived: z.int(),
  changed: z.int(),
  dataQueriesRaised: z.int(),
  left: z.int(),
  derivationVersion: z.int(),
});

/** What one batch of deriving cases anew did. */
export type RederiveProgress = Readonly<z.output<typeof progressSchema>>;

/** One transaction over at most some thousand cases. */
const WITHIN_MS = 5 * 60_000;

/**
 * Lets a country derive one batch of its cases anew.
 *
 * @param options.all marks every case as waiting before; `token` is a COORDINATOR's of that country
 * @throws OperatorError when the country doesn't answer or refuses the request
 */
export async function rederiveBatch(
  country: RegisteredCountry,
  options: { readonly all: boolean; readonly batch: number; readonly token: string },
): Promise<RederiveProgress> {
  const { token, ...variables } = options;
  const field = countryFieldName(country.name);
  const query = `mutation Rederive($all: Boolean!, $batch: Int!) {
    ${field} { rederive(all: $all, batch: $batch) { derived changed dataQueriesRaised left derivationVersion } }
  }`;
  const data = await graphqlRequest({ url: country.url, query, variables, token, withinMs: WITHIN_MS });
  const answer = z.object({ [field]: z.object({ rederive: progressSchema }) }).safeParse(data);
  const progress = answer.success ? answer.data[field]?.rederive : undefined;
  if (progress === undefined) throw new OperatorError(`${country.name} gave no account of its progress.`);
  return progress;
}
