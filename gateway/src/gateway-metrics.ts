import type { ApolloServerPlugin } from '@apollo/server';
import type { Express } from 'express';
import type { GraphQLFormattedError } from 'graphql';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type CountryClients, nodeStates } from './countries';
import type { EuropeContext } from './europe';

export interface GatewayMetrics {
  /** Counts and times operations. */
  readonly plugin: ApolloServerPlugin<EuropeContext>;
  /** Serves what was measured at `/metrics`, in Prometheus' text format. */
  addTo(app: Express): void;
}

/** Limits of the histogram's classes, in seconds: from a cached status to a pooled regression. */
const DURATIONS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Measures the process, its operations and the countries. Labels hold codes only: no query, caller or address. */
export function createMetrics(clients: Pick<CountryClients, 'countries' | 'status'>): GatewayMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  measureCountries(registry, clients);
  const durations = new Histogram({
    name: 'hub_operation_duration_seconds',
    help: 'Time from the request to the answer, by type of operation.',
    labelNames: ['type'],
    buckets: DURATIONS,
    registers: [registry],
  });
  const errors = new Counter({
    name: 'hub_operation_errors_total',
    help: 'Errors in answers, by code.',
    labelNames: ['code'],
    registers: [registry],
  });
  return {
    plugin: {
      contextCreationDidFail: async ({ error }) => errors.inc({ code: codeOf(error) }),
      requestDidStart: async () => {
        const end = durations.startTimer();
        return {
          willSendResponse: async ({ operation, response: { body } }) => {
            end({ type: operation?.operation ?? 'invalid' });
            const told = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
            for (const error of told) errors.inc({ code: codeOf(error) });
          },
        };
      },
    },
    addTo: (app) =>
      void app.get('/metrics', async (_request, response) => {
        response.type(registry.contentType).send(await registry.metrics());
      }),
  };
}

/** Read when the metrics are. */
function measureCountries(registry: Registry, clients: Pick<CountryClients, 'countries' | 'status'>): void {
  const states = new Gauge({
    name: 'hub_country_state',
    help: '1 for the state a national registry is in, 0 for the others.',
    labelNames: ['country', 'state'],
    registers: [registry],
    collect: () => {
      states.reset();
      for (const { code } of clients.countries) {
        const { state } = clients.status(code);
        for (const one of nodeStates) states.set({ country: code, state: one }, one === state ? 1 : 0);
      }
    },
  });
  const latencies = new Gauge({
    name: 'hub_country_latency_seconds',
    help: 'Round trip of the latest probe of a national registry.',
    labelNames: ['country'],
    registers: [registry],
    collect: () => {
      latencies.reset();
      for (const { code } of clients.countries) {
        const { latencyMs } = clients.status(code);
        if (latencyMs !== undefined) latencies.set({ country: code }, latencyMs / 1000);
      }
    },
  });
}

function codeOf({ extensions }: GraphQLFormattedError): string {
  const code = extensions?.['code'];
  return typeof code === 'string' ? code : 'INTERNAL';
}
