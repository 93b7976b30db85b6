import { availableParallelism } from 'node:os';
import type { RegisteredCountry } from '@registry-hub/shared/register';
import { OperatorError } from '../errors';
import { type RederiveProgress, rederiveBatch } from '../graphql-client';
import { readHubSettings } from '../settings';
import { hubHolder, readCountries, runBounded } from '../supervisor';
import { chosenCountries } from './chosen-countries';
import type { CommandContext, ExitCode } from './command-context';
import { coordinatorTokens, type TokenFor } from './coordinator-tokens';

export interface RederiveOptions {
  readonly country?: string;
  readonly all?: boolean;
  readonly batch?: string;
  /** `FR=<token>`, or one token for every country. */
  readonly token?: readonly string[];
}

const DEFAULT_BATCH = 500;
const LARGEST_BATCH = 5000;

/**
 * Lets the countries derive their stored cases anew, batch after batch, each through its own API. Whatever ends it, the batches
 * that are done stay done, and the next run goes on with what is left; exit code 1 when any country could not finish.
 */
export async function rederiveCommand(context: CommandContext, options: RederiveOptions): Promise<ExitCode> {
  const { identity, data } = readHubSettings(context.environment);
  if (hubHolder(data.lock) === undefined) throw new OperatorError(`No hub runs on ${data.root}; start it first (npm start).`);
  const batch = batchOf(options.batch);
  const countries = chosenCountries(readCountries(data).countries, options.country);
  const tokenFor = coordinatorTokens(options.token ?? [], identity.kind === 'PROVIDER' ? undefined : data, 'hub-rederive');
  const tasks = countries.map((country) => () => rederiveCountry(context, country, { all: options.all === true, batch, tokenFor }));
  const finished = await runBounded(tasks, availableParallelism(), new AbortController().signal);
  const done = finished.filter((each) => each).length;
  context.out(`${done} of ${countries.length} countries derived anew.`);
  return done === countries.length ? 0 : 1;
}

interface CountryTask {
  readonly all: boolean;
  readonly batch: number;
  readonly tokenFor: TokenFor;
}

/** @returns whether every case of the country is derived by the present rules now */
async function rederiveCountry({ out, err }: CommandContext, country: RegisteredCountry, task: CountryTask): Promise<boolean> {
  try {
    const token = await task.tokenFor(country.code);
    let total = nothing;
    do {
      // only the first batch marks the cases, or there would be no end
      const progress = await rederiveBatch(country, { all: task.all && total === nothing, batch: task.batch, token });
      total = added(total, progress);
      err(`${country.code} ${country.name}: ${total.derived} cases derived, ${progress.left} left`);
    } while (total.left > 0);
    out(`${country.code}: ${summaryOf(total)}`);
    return true;
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    out(`${country.code}: ${error.message}`);
    return false;
  }
}

const nothing: RederiveProgress = { derived: 0, changed: 0, dataQueriesRaised: 0, left: 0, derivationVersion: 0 };

function added(total: RederiveProgress, progress: RederiveProgress): RederiveProgress {
  return {
    ...progress,
    derived: total.derived + progress.derived,
    changed: total.changed + progress.changed,
    dataQueriesRaised: total.dataQueriesRaised + progress.dataQueriesRaised,
  };
}

function summaryOf({ derived, changed, dataQueriesRaised, derivationVersion }: RederiveProgress): string {
  const outcome = `${changed} came out otherwise, ${dataQueriesRaised} data queries raised`;
  return `${derived} cases derived by rules of version ${derivationVersion}, ${outcome}`;
}

function batchOf(text: string | undefined): number {
  const batch = text === undefined ? DEFAULT_BATCH : Number(text);
  if (Number.isInteger(batch) && batch >= 1 && batch <= LARGEST_BATCH) return batch;
  throw new OperatorError(`--batch: "${text}" is no number of cases; expected a whole number from 1 to ${LARGEST_BATCH}.`);
}
