import type { IncomingMessage } from 'node:http';
import { CohortMemories } from '@registry-hub/shared/cohort-memory';
import { loadSuppressionSolver } from '@registry-hub/shared/disclosure';
import type { CountryIdentity } from '@registry-hub/shared/domain';
import { subgraphSdl } from '@registry-hub/shared/graphql';
import {
  acceptedIssuer,
  type Caller,
  createTokenVerifier,
  HUB_SIGNATURE_HEADER,
  keysOfFile,
  rememberTokens,
  SCHEMA_QUESTION,
  verifyQuestion,
} from '@registry-hub/shared/identity';
import { openMaskingKey } from '@registry-hub/shared/masking';
import {
  CallerRates,
  LiveSchema,
  type Logger,
  type RunningProcess,
  type ServedSchema,
  startGraphqlEndpoint,
  subgraphLimits,
} from '@registry-hub/shared/server';
import { readServerTls } from '@registry-hub/shared/tls';
import type { JWTVerifyGetKey } from 'jose';
import { addPartialRoute, buildNationalSchema, createContext, createServices, type NationalContext } from './api';
import { createReadRecorder } from './audit';
import { addExchangeRoutes } from './exchange';
import { RegistryExporter } from './export';
import { chooseExtensions, type ExtensionRegistry, type NationalExtension } from './extension';
import { createMasking, MaskingDesk } from './masking';
import type { NationalSettings } from './national-settings';
import { eraseReturnedCases } from './recording';
import { catchUpExtensions } from './rederivation';
import { LiveExtensions } from './settings';
import { createCohortCounter, PartialDesk } from './statistics';
import {
  createDataSource,
  currentState,
  DerivedCaseSource,
  ExtensionSwitchStore,
  FreezeAnswerStore,
  FreezeSource,
  migrate,
  RegistryWriter,
} from './storage';

export interface NationalOptions {
  readonly settings: NationalSettings;
  readonly logger: Logger;
  readonly clock: () => Date;
  readonly version: string;
  /** The extensions there are, by country. */
  readonly extensions: ExtensionRegistry;
}

/** Another process of this country may have switched an extension: looked at so often, in milliseconds. */
const SWITCHES_REFRESH_MS = 10_000;

/**
 * Puts one country's registry together and starts it: database migrated, columns loaded, API listening.
 *
 * @throws Error with one sentence when an extension is unknown or does not fit, when a certificate, the masking key or the database
 *   can't be used, or the port is taken; nothing is left open then
 */
export async function composeNational({
  settings,
  logger,
  clock,
  version,
  extensions: registry,
}: NationalOptions): Promise<RunningProcess> {
  const tls = readServerTls(settings);
  const country = { code: settings.COUNTRY_CODE, name: settings.COUNTRY_NAME };
  const extensions = chooseExtensions(country.code, registry, settings.EXTENSIONS);
  const maskingKey = openMaskingKey(settings.MASKING_KEY_FILE);
  const dataSource = await createDataSource({ url: settings.DATABASE_URL, poolSize: settings.DATABASE_POOL, logger, extensions });
  try {
    await migrate(dataSource);
    const writer = new RegistryWriter(dataSource, extensions);
    const returned = await eraseReturnedCases({ dataSource, writer, clock });
    if (returned > 0) logger.warn({ cases: returned }, 'erased again: cases of patients who had withdrawn consent');
    const caughtUp = await catchUpExtensions(writer, clock);
    if (caughtUp > 0) logger.info({ cases: caughtUp }, 'extensions derived what they had not yet');
    const live = new LiveExtensions(extensions, () => new ExtensionSwitchStore(dataSource.manager).read());
    await live.refresh();
    const counter = createCohortCounter({
      country: country.code,
      cases: new DerivedCaseSource(dataSource, extensions.all.length > 0),
      catalogue: extensions.catalogue,
      freezes: new FreezeSource(dataSource),
      answers: new FreezeAnswerStore(dataSource),
    });
    const [served, solver] = await Promise.all([serve(country, live.on), loadSuppressionSolver(), counter.load()]);
    const schema = new LiveSchema(served);
    live.onChange(async (on) => {
      schema.replace(await serve(country, on));
      logger.info({ extensions: on.map(({ name }) => name) }, 'other extensions are on');
    });
    const hubKeys = settings.HUB_KEYS_FILE === undefined ? undefined : keysOfFile(settings.HUB_KEYS_FILE);
    const reads = createReadRecorder(dataSource, clock, logger);
    const memoryLimits = { cohorts: settings.DISCLOSURE_MEMORY_COHORTS, days: settings.DISCLOSURE_MEMORY_DAYS };
    const statistics = {
      country: country.code,
      counter,
      solver,
      memories: new CohortMemories(dataSource, memoryLimits, clock),
    };
    const newKeys = settings.MASKING_NEW_KEYS;
    const masking = createMasking({ country: country.code, key: maskingKey, clock, dataSource, newKeys });
    const ofCountry = { live, available: registry[country.code] ?? [] };
    const services = createServices({ country, dataSource, clock, reads, statistics, masking, extensions: ofCountry });
    const desk = new PartialDesk({ ...statistics, hubKeys, masking: new MaskingDesk(masking) });
    const now = (): number => clock().getTime();
    const onFault = (reason: string): void => logger.warn({ reason }, 'the identity provider does not tell its keys');
    const verify = rememberTokens(createTokenVerifier(acceptedIssuer(settings, { now, onFault })), now);
    const rates = new CallerRates(settings.NATIONAL_RATE_LIMIT);
    const exporter = new RegistryExporter(dataSource, clock, () => live.on.flatMap(({ formats }) => formats));
    const exchange = { country: country.code, importer: services.importer, exporter };
    const endpoint = await startGraphqlEndpoint<NationalContext>({
      graph: { gateway: schema },
      authenticate: (request) => {
        const { authorization } = request.headers;
        const signature = hubSignature(request);
        const isHub = authorization === undefined && signature !== undefined && hubKeys !== undefined;
        return isHub ? hubCaller(hubKeys, country.code, signature) : verify(authorization);
      },
      createContext: (_request, caller) => createContext(services, caller),
      addRoutes: (app) => {
        addPartialRoute(app, { verify, rates, desk, logger });
        addExchangeRoutes(app, { ...exchange, verify, rates, clock, logger });
      },
      limits: subgraphLimits,
      rates,
      introspection: settings.GRAPHQL_INTROSPECTION === 'on',
      checkReady: async () => void (await currentState(dataSource)),
      host: settings.HOST,
      port: settings.PORT,
      tls,
      healthPort: settings.HEALTH_PORT,
      logger,
      version,
      health: {
        maskingKey: maskingKey.publicKey,
        // the hub looks at the schema anew when this is another one
        get schema() {
          return schema.digest;
        },
      },
    });
    const onFailure = (error: unknown): void => logger.warn({ reason: String(error) }, 'the switches of extensions could not be looked at');
    const watching = setInterval(() => void live.refresh().catch(onFailure), SWITCHES_REFRESH_MS).unref();
    return {
      url: endpoint.graphqlUrl,
      close: async () => {
        clearInterval(watching);
        await endpoint.close();
        await reads.close();
        await dataSource.destroy();
      },
    };
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

/** The country's subgraph with these extensions. */
async function serve(country: CountryIdentity, extensions: readonly NationalExtension[]): Promise<ServedSchema> {
  const schema = await buildNationalSchema({ country, extensions });
  return { schema, sdl: subgraphSdl(schema) };
}

function hubSignature({ headers }: IncomingMessage): string | undefined {
  const given = headers[HUB_SIGNATURE_HEADER];
  return typeof given === 'string' ? given : undefined;
}

/** The hub by itself, with no caller behind it: it may learn the schema, and has no role for anything else. */
async function hubCaller(hubKeys: JWTVerifyGetKey, country: string, signature: string): Promise<Caller> {
  await verifyQuestion(hubKeys, country, SCHEMA_QUESTION, signature);
  return { subject: 'hub', roles: [] };
}
