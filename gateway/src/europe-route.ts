import type { IncomingMessage } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import { HubError } from '@registry-hub/shared/errors';
import { type Logger, presentError, toGraphQLError } from '@registry-hub/shared/server';
import express, { type Express } from 'express';
import type { EuropeContext } from './europe';
import { apolloLogger, type Gateway } from './gateway';
import { quietPlugins } from './quiet-plugins';

export interface EuropeRouteOptions {
  readonly schema: Gateway;
  readonly createContext: (request: IncomingMessage) => Promise<EuropeContext>;
  readonly bodyLimit: string;
  readonly logger: Logger;
}

export interface EuropeRoute {
  addTo(app: Express): void;
  close(): Promise<void>;
}

/** Serves the hub's own subgraph by itself at `/subgraphs/europe`, for another router than the gateway's. */
export async function openEuropeRoute({ schema, createContext, bodyLimit, logger }: EuropeRouteOptions): Promise<EuropeRoute> {
  const apollo = new ApolloServer<EuropeContext>({
    gateway: schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    formatError: (formatted, error) => presentError(formatted, error, logger),
    logger: apolloLogger(logger),
    plugins: quietPlugins,
  });
  await apollo.start();
  const context = ({ req }: { req: IncomingMessage }): Promise<EuropeContext> =>
    createContext(req).catch((error: unknown) => {
      throw error instanceof HubError ? toGraphQLError(error) : error;
    });
  return {
    addTo: (app) => void app.use('/subgraphs/europe', express.json({ limit: bodyLimit }), expressMiddleware(apollo, { context })),
    close: () => apollo.stop(),
  };
}
