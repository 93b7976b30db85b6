import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { RegisteredCountry } from '@registry-hub/shared/register';
import { OperatorError, reasonOf } from '../errors';
import { downloadExport } from '../exchange-client';
import { readHubSettings } from '../settings';
import { hubHolder, readCountries, runBounded } from '../supervisor';
import { chosenCountries } from './chosen-countries';
import type { CommandContext, ExitCode } from './command-context';
import { coordinatorTokens, type TokenFor } from './coordinator-tokens';

export interface ExportOptions {
  readonly country?: string;
  /** `FR=<token>`, or one token for every country. */
  readonly token?: readonly string[];
}

/**
 * Writes each country's registry to `<directory>/<CC>.zip`, as the bundle that `hub import` takes; exit code 1 when any country's was
 * not written.
 */
export async function exportCommand(context: CommandContext, directory: string, options: ExportOptions): Promise<ExitCode> {
  const { identity, data } = readHubSettings(context.environment);
  if (hubHolder(data.lock) === undefined) throw new OperatorError(`No hub runs on ${data.root}; start it first (npm start).`);
  const countries = chosenCountries(readCountries(data).countries, options.country);
  const tokenFor = coordinatorTokens(options.token ?? [], identity.kind === 'PROVIDER' ? undefined : data, 'hub-export');
  makeFolder(directory);
  const tasks = countries.map((country) => () => exportCountry(context, country, tokenFor, join(directory, `${country.code}.zip`)));
  const written = await runBounded(tasks, availableParallelism(), new AbortController().signal);
  const done = written.filter((each) => each).length;
  context.out(`${done} of ${countries.length} countries exported.`);
  return done === countries.length ? 0 : 1;
}

async function exportCountry({ out }: CommandContext, country: RegisteredCountry, tokenFor: TokenFor, file: string): Promise<boolean> {
  try {
    await downloadExport(country, await tokenFor(country.code), file);
    out(`${country.code}: ${file}`);
    return true;
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    out(`${country.code}: ${error.message}`);
    return false;
  }
}

function makeFolder(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true });
  } catch (error) {
    throw new OperatorError(`${directory} can't be made (${reasonOf(error)}).`);
  }
}
