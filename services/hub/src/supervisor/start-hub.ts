import { availableParallelism } from 'node:os';
import type { CountryIdentity } from '@registry-hub/shared/domain';
import { portOf } from '../issuer';
import { findFreePorts } from '../processes';
import { addingCountries } from './add-country';
import { openControlChannel } from './control-channel';
import { NATIONAL_HOST, readCountries, readLocalCountries, registerCountries, writeLocalCountries } from './countries';
import { countryServices, graphqlUrl, partName, type StartCountry } from './country-services';
import { untilServed } from './gateway-view';
import { type HubContext, observerToken } from './hub-context';
import { type HubOptions, openHub } from './open-hub';
import { countryDatabases, hubDatabaseUrl } from './part-databases';
import { PartRefusal } from './part-refusal';
import { runBounded } from './run-bounded';
import { seedHub } from './seed-hub';
import { startDatabase } from './start-database';
import { startGateway } from './start-gateway';
import { startIdentity } from './start-identity';
import type { PartEvent } from './supervised-part';

/** What happens while a hub starts and runs. */
export type HubEvent =
  | PartEvent
  | { readonly kind: 'SEEDED'; readonly patients: number; readonly afterMs: number }
  | { readonly kind: 'NOT_SERVED'; readonly countries: readonly CountryIdentity[] };

export interface RunningHub {
  /** Where clients reach the gateway. */
  readonly url: string;
  /** Stops all parts, those who ask before those who answer, and gives the data folder free. */
  stop(): Promise<void>;
}

export type StartOptions = Omit<HubOptions, 'watch'> & { readonly tell: (event: HubEvent) => void };

/** How long the gateway may take to see what has come up. */
const SERVED_WITHIN_MS = 30_000;

/**
 * Starts a whole hub on this machine.
 *
 * @param signal stops the start wherever it is; it rejects then, as with every fault, when nothing is left running.
 * @throws OperatorError with one sentence for a fault that the operator can mend.
 */
export async function startHub({ tell, ...options }: StartOptions, signal: AbortSignal): Promise<RunningHub> {
  const opened = await openHub({ ...options, watch: tell });
  const { context } = opened;
  const life = new AbortController();
  try {
    signal.throwIfAborted();
    const { gateway, startCountry } = await startParts(context, signal);
    await importOnce(context, tell, signal);
    const token = await observerToken(context);
    // without a token there is no looking at it: then the parts' own word that they are ready must do
    const missing =
      token === undefined ? [] : await untilServed(graphqlUrl(gateway), token, startedCountries(context), SERVED_WITHIN_MS, signal);
    if (missing.length > 0) tell({ kind: 'NOT_SERVED', countries: missing });
    const addCountry = addingCountries(context, startCountry, graphqlUrl(gateway), life.signal);
    const closeControl = await openControlChannel(context.data.control, addCountry);
    return {
      url: gateway,
      stop: async () => {
        life.abort();
        await closeControl();
        await opened.close();
      },
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

interface StartedParts {
  /** The address at which clients reach the gateway. */
  readonly gateway: string;
  readonly startCountry: StartCountry;
}

/** The development provider loads while the database starts; gateway and national services start when the database is there. */
async function startParts(hub: HubContext, signal: AbortSignal): Promise<StartedParts> {
  const { data, settings } = hub;
  const countries = readLocalCountries(data);
  writeLocalCountries(data, countries);
  const [anyPort = 0, ...ports] = await unclaimedPorts(hub, 1 + countries.length);
  const gatewayPort = settings.port === 0 ? anyPort : settings.port;
  const planned = countries.map((country, index) => ({ ...country, port: ports[index] ?? 0 }));
  // known to the gateway from the outset: it composes its schema once
  registerCountries(
    data,
    planned.map(({ code, name, port }) => ({ code, name, url: graphqlUrl(`http://${NATIONAL_HOST}:${port}`) })),
  );
  const upFromDatabase = async (either: AbortSignal): Promise<StartedParts> => {
    const adminUrl = await startDatabase(hub, countries, either);
    const startCountry = countryServices(hub, countryDatabases(settings.databases, data, adminUrl));
    const gatewayDatabase = await hubDatabaseUrl(settings.databases, data, adminUrl);
    const starts = planned.map(
      ({ code, name, port }) =>
        (one: AbortSignal) =>
          startCountry({ code, name }, port, one).catch((error: unknown) => leaveDown(hub, { code, name }, error)),
    );
    const national = (all: AbortSignal): Promise<unknown> => runBounded(starts, parallelStarts(), all);
    const [gateway] = await runBounded([(one) => startGateway(hub, gatewayPort, gatewayDatabase, one), national], 2, either);
    return { gateway, startCountry };
  };
  const identity = (either: AbortSignal): Promise<void> => startIdentity(hub, gatewayPort, either);
  const [, started] = await runBounded([identity, upFromDatabase], 2, signal);
  return started;
}

/** A country whose settings forbid its start stays down; the hub goes on with the others. */
function leaveDown({ fleet }: HubContext, country: CountryIdentity, error: unknown): void {
  if (!(error instanceof PartRefusal)) throw error;
  fleet.leaveDown({ name: partName(country), kind: 'national' }, error.message);
}

/** Those of this machine that did not refuse to start. */
function startedCountries({ data, fleet }: HubContext): readonly CountryIdentity[] {
  const refused = new Set(fleet.reports().flatMap(({ name, note }) => (note === undefined ? [] : [name])));
  return readLocalCountries(data).filter((country) => !refused.has(partName(country)));
}

/** Free ports, but for the development provider's, which may not be taken yet. */
async function unclaimedPorts({ identity }: HubContext, count: number): Promise<readonly number[]> {
  const ports = await findFreePorts(NATIONAL_HOST, count + 1);
  return ports.filter((port) => port !== portOf(identity['OIDC_ISSUER'] ?? '')).slice(0, count);
}

async function importOnce(hub: HubContext, tell: (event: HubEvent) => void, signal: AbortSignal): Promise<void> {
  const { settings, data } = hub;
  const begin = Date.now();
  const started = new Set(startedCountries(hub).map(({ code }) => code));
  const down = new Set(readLocalCountries(data).flatMap(({ code }) => (started.has(code) ? [] : [code])));
  const countries = readCountries(data).countries.filter(({ code }) => !down.has(code));
  const patients = await seedHub(data, settings.seed, countries, parallelStarts(), signal);
  if (patients > 0) tell({ kind: 'SEEDED', patients, afterMs: Date.now() - begin });
}

/** One more than there are processors: while one start waits, another computes. */
function parallelStarts(): number {
  return availableParallelism() + 1;
}
