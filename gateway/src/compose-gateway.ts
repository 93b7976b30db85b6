import type { IncomingMessage } from 'node:http';
import { disclosureSettingsOf } from '@registry-hub/shared/config';
import { loadSuppressionSolver } from '@registry-hub/shared/disclosure';
import { countryFieldName } from '@registry-hub/shared/domain';
import { acceptedIssuer, createTokenVerifier, questionSigner, rememberTokens, type SignQuestion } from '@registry-hub/shared/identity';
import { readRegister } from '@registry-hub/shared/register';
import {
  CallerRates,
  LiveSchema,
  type Logger,
  openGraphqlRoute,
  operationLimits,
  RegisteredOperations,
  type RunningProcess,
  startGraphqlEndpoint,
  subgraphLimits,
} from '@registry-hub/shared/server';
import { PlanMemory } from '@registry-hub/shared/statistics';
import { readClientTls } from '@registry-hub/shared/tls';
import { CountryClients, type CountryTimings, openTransport, transportLimits } from './countries';
import type { DisclosureMemory } from './disclosure-memory';
import { buildEurope, KnownAnswers } from './europe';
import { CountryDataSource, createHubGateway, EntityPlaces, EuropeDataSource, type Gateway } from './gateway';
import { createMetrics } from './gateway-metrics';
import type { GatewaySettings } from './gateway-settings';
import type { NationalSchemas } from './national-schemas';
import { operationContext } from './operation-context';
import { type ComposeSupergraph, createCachingComposer, SchemaFinder, SchemaFolder, SupergraphKeeper, watchRegister } from './supergraph';

export interface GatewayOptions {
  readonly settings: Omit<GatewaySettings, 'DATABASE_URL' | 'DATABASE_POOL'>;
  /** Opens what is remembered of answered cohorts: without it nothing pooled is released. */
  readonly openMemory: () => Promise<DisclosureMemory>;
  readonly logger: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly timings: CountryTimings;
  readonly compose: ComposeSupergraph;
  readonly nationalSchemas: NationalSchemas;
  readonly version: string;
}

/** How long a country is given to show its schema before the one kept is taken. */
const SCHEMA_TIMEOUT_MS = 2000;
const SCHEMA_REFRESH_MS = 60_000;
/** While a country has not shown its schema: it may answer, but slowly. */
const SCHEMA_RETRY_MS = 5000;

/**
 * Puts the gateway together and starts it.
 *
 * @throws Error when the register or a certificate can't be read, the database can't be used, or the port is taken
 */
export async function composeGateway(options: GatewayOptions): Promise<RunningProcess> {
  const { settings, logger, now, timings, version } = options;
  const tls = readClientTls(settings);
  const clients = new CountryClients({
    openTransport: (country) => openTransport(country, { ...transportLimits, connectMs: timings.connect }, tls),
    timings,
    now,
    logger,
  });
  const opened: { close(): Promise<void> }[] = [clients];
  const close = async (): Promise<void> => {
    for (const one of opened.toReversed()) await one.close();
  };
  try {
    const europe = new LiveSchema(await buildEurope([]));
    const signQuestion = questionSigner(settings.HUB_PRIVATE_KEY_FILE);
    const onFault = (reason: string): void => logger.warn({ reason }, 'the identity provider does not tell its keys');
    const memory = await options.openMemory();
    opened.push(memory);
    const solver = await loadSuppressionSolver();
    const verify = rememberTokens(createTokenVerifier(acceptedIssuer(settings, { now, onFault })), now);
    const file = settings.OPERATIONS_FILE;
    const route = {
      authenticate: ({ headers }: IncomingMessage) => verify(headers.authorization),
      createContext: operationContext({
        countries: clients,
        signQuestion,
        known: new KnownAnswers(),
        plans: new PlanMemory(),
        solver,
        clock: () => new Date(now()),
        hubSettings: disclosureSettingsOf(settings),
        memory,
      }),
      rates: new CallerRates(settings.RATE_LIMIT),
      introspection: settings.GRAPHQL_INTROSPECTION === 'on',
      operations: file === undefined ? RegisteredOperations.none() : RegisteredOperations.fromFile(file),
      safelist: settings.OPERATIONS_SAFELIST === 'on',
      logger,
    };
    // the hub's own subgraph by itself, for another router than this one
    const europeRoute = await openGraphqlRoute({ ...route, graph: { gateway: europe }, limits: subgraphLimits });
    opened.push(europeRoute);
    const metrics = createMetrics(clients);
    const endpoint = await startGraphqlEndpoint({
      ...route,
      graph: { gateway: dispatcher(options, clients, europe, signQuestion) },
      limits: operationLimits,
      version,
      checkReady: () => memory.check(),
      host: settings.HOST,
      port: settings.PORT,
      plugins: [metrics.plugin],
      addRoutes: (app) => {
        metrics.addTo(app);
        europeRoute.addTo(app, '/subgraphs/europe');
      },
    });
    opened.push(endpoint);
    return { url: endpoint.origin, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The gateway over all registered countries and the hub's own subgraph, which is kept in step with it. */
function dispatcher(
  { settings, logger, compose, nationalSchemas }: GatewayOptions,
  clients: CountryClients,
  europe: LiveSchema,
  signQuestion: SignQuestion,
): Gateway {
  const register = readRegister(settings.COUNTRY_REGISTER_FILE);
  clients.update(register);
  const folder = new SchemaFolder(settings.SCHEMA_FOLDER);
  const places = new EntityPlaces();
  return createHubGateway({
    supergraph: new SupergraphKeeper({
      register,
      watchRegister: (onChange) => watchRegister(settings.COUNTRY_REGISTER_FILE, register, onChange, logger),
      clients,
      finder: new SchemaFinder({ clients, signQuestion, folder, ...nationalSchemas, timeoutMs: SCHEMA_TIMEOUT_MS }),
      folder,
      compose: createCachingComposer(folder, compose),
      buildEurope,
      serveEurope: (subgraph) => europe.replace(subgraph),
      refreshMs: SCHEMA_REFRESH_MS,
      retryMs: SCHEMA_RETRY_MS,
      logger,
    }),
    dataSource: (subgraph, schema) => {
      const country = clients.countries.find(({ name }) => countryFieldName(name) === subgraph);
      return country === undefined
        ? new EuropeDataSource({ schema: () => europe.current, places, logger })
        : new CountryDataSource({ country, clients, places, schema, logger });
    },
    logger,
  });
}
