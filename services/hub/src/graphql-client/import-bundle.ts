import { type CountryIdentity, countryFieldName } from '@registry-hub/shared/domain';
import type { RegisteredCountry } from '@registry-hub/shared/register';
import { z } from 'zod';
import { OperatorError } from '../errors';
import { graphqlRequest } from './graphql-request';
import { type ImportReport, outcomeSchema, problemSchema } from './import-report';

export interface BundleFile {
  readonly name: string;
  readonly content: string;
}

const reportSchema = outcomeSchema.extend({ problems: z.array(problemSchema) });

/** A large bundle is checked and stored in one transaction, which takes its time. */
const WITHIN_MS = 30 * 60_000;

/**
 * Hands a bundle to the country's own API.
 *
 * @param token a COORDINATOR's of that country.
 * @throws OperatorError when the country doesn't answer or refuses the request; a refused bundle is a report, not an error.
 */
export async function importBundle(
  country: RegisteredCountry,
  files: readonly BundleFile[],
  options: { readonly dryRun: boolean; readonly token: string },
): Promise<ImportReport> {
  const { dryRun, token } = options;
  const data = await graphqlRequest({
    url: country.url,
    query: importMutation(country),
    variables: { files, dryRun },
    token,
    withinMs: WITHIN_MS,
  });
  const report = z.object({ [countryFieldName(country.name)]: z.object({ importBundle: reportSchema }) }).safeParse(data);
  const answer = report.success ? report.data[countryFieldName(country.name)]?.importBundle : undefined;
  if (answer === undefined) throw new OperatorError(`${country.name} gave no import report.`);
  return answer;
}

function importMutation(country: CountryIdentity): string {
  return `mutation ImportBundle($files: [BundleFile!]!, $dryRun: Boolean!) {
    ${countryFieldName(country.name)} {
      importBundle(files: $files, dryRun: $dryRun) {
        stored refused rows patients dataQueriesRaised
        problems { severity file line column rule message }
      }
    }
  }`;
}
