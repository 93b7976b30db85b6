import type { IncomingMessage } from 'node:http';
import { ApolloServer, type ApolloServerOptions, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import type { Express, RequestHandler } from 'express';
import { HubError } from '../errors';
import type { Caller } from '../identity';
import { Admission, type Authenticate, BodyReader, type CallerRates, RegisteredOperations } from './admission';
import { apolloLogger } from './apollo-logger';
import { costPlugin, DocumentGuard, type OperationLimits } from './limits';
import type { Logger } from './logger';
import { presentError, toGraphQLError } from './present-error';

export interface GraphqlRouteOptions<C extends BaseContext> {
  /** What answers: a schema, or an Apollo gateway. */
  readonly graph: Pick<ApolloServerOptions<C>, 'schema'> | Pick<ApolloServerOptions<C>, 'gateway'>;
  /** Finds out who asks; a HubError thrown here ends the request with its code. */
  readonly authenticate: Authenticate;
  /** Makes one operation's context. */
  readonly createContext: (request: IncomingMessage, caller: Caller) => C;
  readonly limits: OperationLimits;
  /** Counts every caller's requests; one for all routes of a process. */
  readonly rates: CallerRates;
  /** Whether clients may ask for the schema. */
  readonly introspection: boolean;
  /** Operations that may be named by their hash; without it there are none. */
  readonly operations?: RegisteredOperations;
  /** Whether a DASHBOARD may send registered operations only. */
  readonly safelist?: boolean;
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

/** An answer is for who asked, and for now. */
const neverStored: RequestHandler = (_request, response, next) => {
  response.setHeader('cache-control', 'no-store');
  next();
};

/**
 * A GraphQL server that can be hung into an HTTP server, with requests limited, errors masked and nothing reported to anybody.
 */
export async function openGraphqlRoute<C extends BaseContext>(options: GraphqlRouteOptions<C>): Promise<GraphqlRoute> {
  const { graph, createContext, limits, introspection, operations = RegisteredOperations.none(), logger, plugins = [] } = options;
  const apollo = new ApolloServer<C>({
    ...graph,
    introspection,
    persistedQueries: operations.asPersistedQueries,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    formatError: (formatted, error) => presentError(formatted, error, logger),
    logger: apolloLogger(logger),
    plugins: [...quietPlugins, costPlugin(limits.cost), ...plugins],
  } as ApolloServerOptions<C>);
  await apollo.start();
  const bodies = new BodyReader(options.authenticate);
  const { rates, safelist = false } = options;
  const admission = new Admission({ rates, documents: new DocumentGuard(limits), operations, safelist, bodies });
  const context = async ({ req }: { req: IncomingMessage }): Promise<C> => {
    try {
      return createContext(req, await admission.admit(req));
    } catch (error) {
      throw error instanceof HubError ? toGraphQLError(error) : error;
    }
  };
  return {
    addTo: (app, path) => void app.use(path, neverStored, bodies.read, expressMiddleware(apollo, { context })),
    close: () => apollo.stop(),
  };
}
