import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { RegisteredCountry } from '@registry-hub/shared/register';
import { OperatorError, reasonOf } from '../errors';
import { downloadExport, type ExportDoor } from '../exchange-client';
import { readHubSettings } from '../settings';
import { hubHolder, readCountries, runBounded } from '../supervisor';
import { chosenCountries } from './chosen-countries';
import type { CommandContext, ExitCode } from './command-context';
import { coordinatorTokens } from './coordinator-tokens';

export interface ExportOptions {
  readonly country?: string;
  /** `FR=<token>`, or one token for every country. */
  readonly token?: readonly string[];
}

/**
 * Writes each country's registry to `<directory>/<CC>.zip`, as the bundle that `hub import` takes; exit code 1 when any country's was
 * not written.
 */
export function exportCommand(context: CommandContext, directory: string, options: ExportOptions): Promise<ExitCode> {
  return exportTo(context, directory, options, 'export');
}

/** The same by either door. */
export async function exportTo(context: CommandContext, directory: string, options: ExportOptions, door: ExportDoor): Promise<ExitCode> {
  const { identity, data } = readHubSettings(context.environment);
  if (hubHolder(data.lock) === undefined) throw new OperatorError(`No hub runs on ${data.root}; start it first (npm start).`);
  const countries = chosenCountries(readCountries(data).countries, options.country);
  const tokenFor = coordinatorTokens(options.token ?? [], identity.kind === 'PROVIDER' ? undefined : data, 'hub-export');
  makeFolder(directory);
  const fileOf = ({ code }: RegisteredCountry): string => join(directory, `${code}.zip`);
  const tasks = countries.map(
    (country) => () =>
      exportCountry(context, country, async (file) => downloadExport(country, door, await tokenFor(country.code), file), fileOf(country)),
  );
  const written = await runBounded(tasks, availableParallelism(), new AbortController().signal);
  const done = written.filter((each) => each).length;
  context.out(`${done} of ${countries.length} countries exported.`);
  return done === countries.length ? 0 : 1;
}

async function exportCountry(
  { out }: CommandContext,
  country: RegisteredCountry,
  download: (file: string) => Promise<void>,
  file: string,
): Promise<boolean> {
  try {
    await download(file);
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
