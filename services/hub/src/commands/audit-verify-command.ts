import { availableParallelism } from 'node:os';
import type { RegisteredCountry } from '@registry-hub/shared/register';
import type { DataFolder } from '../data-folder';
import { OperatorError } from '../errors';
import { verifyAudit } from '../graphql-client';
import { readHubSettings } from '../settings';
import { hubHolder, readCountries, runBounded } from '../supervisor';
import { keepAuditHead, readAuditHeads } from './audit-heads';
import { chosenCountries } from './chosen-countries';
import type { CommandContext, ExitCode } from './command-context';
import { coordinatorTokens, type TokenFor } from './coordinator-tokens';

export interface AuditVerifyOptions {
  readonly country?: string;
  /** `FR=<token>`, or one token for every country. */
  readonly token?: readonly string[];
}

/**
 * Lets the countries verify their audit trails, each through its own API and against the head that it told the last time; exit code
 * 1 when a trail is not as it was recorded, or could not be verified.
 */
export async function auditVerifyCommand(context: CommandContext, options: AuditVerifyOptions): Promise<ExitCode> {
  const { identity, data } = readHubSettings(context.environment);
  if (hubHolder(data.lock) === undefined) throw new OperatorError(`No hub runs on ${data.root}; start it first (npm start).`);
  const countries = chosenCountries(readCountries(data).countries, options.country);
  const tokenFor = coordinatorTokens(options.token ?? [], identity.kind === 'PROVIDER' ? undefined : data, 'hub-audit');
  const tasks = countries.map((country) => () => verifyCountry(data, country, tokenFor));
  const outcomes = await runBounded(tasks, availableParallelism(), new AbortController().signal);
  for (const { line } of outcomes) context.out(line);
  return outcomes.every(({ holds }) => holds) ? 0 : 1;
}

interface CountryOutcome {
  readonly holds: boolean;
  readonly line: string;
}

async function verifyCountry(data: DataFolder, country: RegisteredCountry, tokenFor: TokenFor): Promise<CountryOutcome> {
  const { code } = country;
  try {
    const verification = await verifyAudit(country, { earlierHead: readAuditHeads(data)[code], token: await tokenFor(code) });
    if (!verification.valid) return { holds: false, line: `${code}: NOT VALID. ${verification.fault.message}` };
    const { entries, head } = verification;
    keepAuditHead(data, code, head);
    return { holds: true, line: `${code}: valid, ${entries} entries, the last with hash ${head.hash}` };
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    return { holds: false, line: `${code}: not verified. ${error.message}` };
  }
}
