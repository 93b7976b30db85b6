import type { IncomingMessage } from 'node:http';
import { ApolloServer, type ApolloServerOptions, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type Express } from 'express';
import { HubError } from '../errors';
import { apolloLogger } from './apollo-logger';
import type { Logger } from './logger';
import { presentError, toGraphQLError } from './present-error';

export interface GraphqlRouteOptions<C extends BaseContext> {
  /** What answers: a schema, or an Apollo gateway. */
  readonly graph: Pick<ApolloServerOptions<C>, 'schema'> | Pick<ApolloServerOptions<C>, 'gateway'>;
  /** Makes one operation's context; a HubError thrown here ends the request with its code. */
  readonly createContext: (request: IncomingMessage) => Promise<C>;
  /** Largest request body, as `20mb`. */
  readonly bodyLimit: string;
  readonly logger: Logger;
  readonly plugins?: readonly ApolloServerPlugin<C>[];
}

export interface GraphqlRoute {
  addTo(app: Express, path: string): void;
  close(): Promise<void>;
}

/** What Apollo Server would else send to its maker, or into answers, where an environment or a header asks for it. */
const quietPlugins: readonly ApolloServerPlugin[] = [
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

/** A GraphQL server that can be hung into an HTTP server, with errors masked and nothing reported to anybody. */
export async function openGraphqlRoute<C extends BaseContext>(options: GraphqlRouteOptions<C>): Promise<GraphqlRoute> {
  const { graph, createContext, bodyLimit, logger, plugins = [] } = options;
  const apollo = new ApolloServer<C>({
    ...graph,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    formatError: (formatted, error) => presentError(formatted, error, logger),
    logger: apolloLogger(logger),
    plugins: [...quietPlugins, ...plugins],
  } as ApolloServerOptions<C>);
  await apollo.start();
  const context = ({ req }: { req: IncomingMessage }): Promise<C> =>
    createContext(req).catch((error: unknown) => {
      throw error instanceof HubError ? toGraphQLError(error) : error;
    });
  return {
    addTo: (app, path) => void app.use(path, express.json({ limit: bodyLimit }), expressMiddleware(apollo, { context })),
    close: () => apollo.stop(),
  };
}
