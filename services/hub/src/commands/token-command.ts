import { OperatorError } from '../errors';
import { issueToken, type TokenOptions, tokenRequest } from '../issuer';
import { readHubSettings } from '../settings';
import type { CommandContext, ExitCode } from './command-context';

/** Writes one signed token, and nothing else. */
export async function tokenCommand({ environment, out }: CommandContext, options: TokenOptions): Promise<ExitCode> {
  const { identity, data } = readHubSettings(environment);
  if (identity.kind === 'PROVIDER') {
    throw new OperatorError(`OIDC_ISSUER is set: ask ${identity.issuer} for a token, the hub signs none beside it.`);
  }
  out(await issueToken(data.identity, tokenRequest(options)));
  return 0;
}
