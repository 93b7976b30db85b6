import { OperatorError } from '../errors';
import { readHubSettings } from '../settings';
import { askToAddCountry, hubHolder } from '../supervisor';
import type { CommandContext, ExitCode } from './command-context';

export interface CountryOptions {
  readonly name: string;
  /** Where its service runs already. */
  readonly url?: string;
}

/** Has a new national registry join the running hub. */
export async function addCountryCommand(
  { environment, out, err }: CommandContext,
  code: string,
  options: CountryOptions,
): Promise<ExitCode> {
  const { data } = readHubSettings(environment);
  if (hubHolder(data.lock) === undefined) throw new OperatorError(`No hub runs on ${data.root}; start it first (npm start).`);
  const { name, url } = options;
  const { country, served } = await askToAddCountry(data.control, { code, name, ...(url === undefined ? {} : { url }) });
  out(`${country.code} ${country.name} has joined: ${country.url}`);
  if (!served) err('The gateway has not taken it up yet; see its log.');
  return served ? 0 : 1;
}
