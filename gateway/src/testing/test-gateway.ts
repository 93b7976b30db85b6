import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { disclosureSettings } from '@registry-hub/shared/config';
import type { Role } from '@registry-hub/shared/identity';
import { countryRegister, type RegisteredCountry, writeRegister } from '@registry-hub/shared/register';
import { createLogger, type RunningProcess } from '@registry-hub/shared/server';
import type { GraphQLFormattedError } from 'graphql';
import { z } from 'zod';
import { composeGateway } from '../compose-gateway';
import { type CountryTimings, countryTimings } from '../countries';
import type { GatewaySettings } from '../gateway-settings';
import { type ComposeSupergraph, composeSupergraph } from '../supergraph';
import { forgetfulMemory } from './forgetful-memory';
import { nationalTemplate } from './national-template';
import { type TestIssuer, testIssuer } from './test-issuer';

export interface TestResponse {
  readonly status: number;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: unknown;
}

/** Impatient, so that tests of dead countries are short. */
const impatient: CountryTimings = {
  ...countryTimings,
  query: 1500,
  mutation: 1500,
  probe: 500,
  rest: 200,
  betweenProbes: 200,
  betweenProbesWhileDown: 50,
};

export interface TestGatewayOptions {
  readonly timings?: Partial<CountryTimings>;
  readonly compose?: ComposeSupergraph;
  readonly port?: number;
}

/** A data folder, and gateways composed over it one after another, as a process would be started anew. */
export class TestGateway {
  readonly folder = mkdtempSync(join(tmpdir(), 'gateway-'));
  readonly registerFile = join(this.folder, 'countries.json');
  readonly schemaFolder = join(this.folder, 'schemas');
  compositions = 0;
  private running: RunningProcess | undefined;
  private issuer: TestIssuer | undefined;
  private settings: Partial<GatewaySettings> = {};

  constructor(private readonly options: TestGatewayOptions = {}) {}

  register(...countries: readonly RegisteredCountry[]): void {
    writeRegister(this.registerFile, countryRegister(countries));
  }

  /** Settings for the next start, beside those that every test has. */
  set(settings: Partial<GatewaySettings>): void {
    this.settings = settings;
  }

  async start(): Promise<void> {
    this.issuer ??= await testIssuer(this.folder);
    const compose: ComposeSupergraph = async (subgraphs) => {
      this.compositions += 1;
      return this.options.compose === undefined ? composeSupergraph(subgraphs) : this.options.compose(subgraphs);
    };
    this.running = await composeGateway({
      settings: {
        HOST: '127.0.0.1',
        PORT: this.options.port ?? 0,
        COUNTRY_REGISTER_FILE: this.registerFile,
        SCHEMA_FOLDER: this.schemaFolder,
        HUB_PRIVATE_KEY_FILE: this.issuer.hubKeyFile,
        RATE_LIMIT: 10_000,
        GRAPHQL_INTROSPECTION: 'off',
        OPERATIONS_SAFELIST: 'off',
        LOG_LEVEL: 'silent',
        ...this.issuer.settings,
        ...z.object(disclosureSettings).parse({}),
        ...this.settings,
      },
      openMemory: async () => forgetfulMemory(),
      logger: createLogger('gateway', 'silent'),
      now: Date.now,
      timings: { ...impatient, ...this.options.timings },
      compose,
      nationalSchemas: { template: nationalTemplate, extended: () => undefined },
      version: '0.0.0',
    });
  }

  async stop(): Promise<void> {
    await this.running?.close();
    this.running = undefined;
  }

  async end(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async ask(query: string, role: Role = 'LEAD', path = '/graphql', headers: Readonly<Record<string, string>> = {}): Promise<TestResponse> {
    const authorization = await this.issuer?.authorization(role);
    return this.post(query, path, { ...(authorization === undefined ? {} : { authorization }), ...headers });
  }

  async page(path: string): Promise<string> {
    return (await fetch(`${this.running?.url}${path}`)).text();
  }

  async post(query: string, path: string, headers: Readonly<Record<string, string>>): Promise<TestResponse> {
    const response = await fetch(`${this.running?.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
    return { status: response.status, ...((await response.json()) as Omit<TestResponse, 'status'>) };
  }
}

/** Asks again and again, without sleeping long, until the answer is as expected. */
export async function eventually<T>(ask: () => Promise<T>, isExpected: (answer: T) => boolean, withinMs = 10_000): Promise<T> {
  for (const end = Date.now() + withinMs; ; ) {
    const answer = await ask();
    if (isExpected(answer) || Date.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
