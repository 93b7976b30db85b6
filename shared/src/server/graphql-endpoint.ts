import type { IncomingMessage } from 'node:http';
import { ApolloServer, type ApolloServerOptions, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type Express } from 'express';
import { HubError } from '../errors';
import { openHttpEndpoint } from './http-endpoint';
import type { Logger } from './logger';
import { presentError, toGraphQLError } from './present-error';

export interface GraphqlEndpoint {
  readonly origin: string;
  readonly graphqlUrl: string;
  close(): Promise<void>;
}

export interface GraphqlEndpointOptions<C extends BaseContext> {
  /** What answers: a schema, or an Apollo gateway. */
  readonly graph: Pick<ApolloServerOptions<C>, 'schema'> | Pick<ApolloServerOptions<C>, 'gateway'>;
  /** Makes one operation's context; a HubError thrown here ends the request with its code. */
  readonly createContext: (request: IncomingMessage) => Promise<C>;
  /** The product's version, which health tells. */
  readonly version: string;
  /** Throws, with a sentence, while the process can't answer. */
  readonly checkReady: () => Promise<void>;
  readonly host: string;
  readonly port: number;
  /** Largest request body, as `20mb`. */
  readonly bodyLimit: string;
  readonly logger: Logger;
  readonly plugins?: readonly ApolloServerPlugin<C>[];
  /** More routes of the same server, before GraphQL's. */
  readonly addRoutes?: (app: Express) => void;
}

/** Serves GraphQL at `/graphql` and health at `/health/live` and `/health/ready`. */
export async function startGraphqlEndpoint<C extends BaseContext>(options: GraphqlEndpointOptions<C>): Promise<GraphqlEndpoint> {
  const { logger } = options;
  const apollo = new ApolloServer<C>({
    ...options.graph,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    status400ForVariableCoercionErrors: true,
    csrfPrevention: true,
    formatError: (formatted, error) => presentError(formatted, error, logger),
    logger: apolloLogger(logger),
    plugins: [ApolloServerPluginLandingPageDisabled(), ...(options.plugins ?? [])],
  } as ApolloServerOptions<C>);
  await apollo.start();

  const app = express();
  app.disable('x-powered-by');
  app.get('/health/live', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/health/ready', async (_request, response) => {
    const fault = await options.checkReady().then(
      () => undefined,
      (error: unknown) => (error instanceof HubError ? error.message : 'not ready'),
    );
    const { version } = options;
    if (fault === undefined) response.json({ status: 'ok', version });
    else response.status(503).json({ status: 'unavailable', version, message: fault });
  });
  options.addRoutes?.(app);
  app.use(
    '/graphql',
    express.json({ limit: options.bodyLimit }),
    expressMiddleware(apollo, {
      context: ({ req }) =>
        options.createContext(req).catch((error: unknown) => {
          throw error instanceof HubError ? toGraphQLError(error) : error;
        }),
    }),
  );
  app.use(answerBadRequests(logger));

  const http = await openHttpEndpoint(app, options.host, options.port).catch(async (error: unknown) => {
    await apollo.stop();
    throw error;
  });
  return {
    origin: http.origin,
    graphqlUrl: `${http.origin}/graphql`,
    close: async () => {
      await http.close();
      await apollo.stop();
    },
  };
}

/** What fails before GraphQL: a body that is too large or no JSON. */
function answerBadRequests(logger: Logger): express.ErrorRequestHandler {
  return (error: { status?: number; type?: string }, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = error.status !== undefined && error.status >= 400 && error.status < 500 ? error.status : 500;
    if (status === 500) logger.error({ error }, 'request failed');
    const message =
      status === 413 ? 'The request body is too large.' : status === 500 ? 'Internal server error.' : 'The request body is not valid JSON.';
    const code = status === 500 ? 'INTERNAL' : 'BAD_USER_INPUT';
    response
      .status(status)
      .json({ errors: [{ message, extensions: { code, ...(status === 500 ? {} : { problems: [{ field: 'body', message }] }) } }] });
  };
}

/** Apollo logs by plain sentences; its debug chatter is not kept. */
function apolloLogger(logger: Logger): NonNullable<ApolloServerOptions<BaseContext>['logger']> {
  return {
    debug: () => undefined,
    info: (message) => logger.debug(String(message)),
    warn: (message) => logger.warn(String(message)),
    error: (message) => logger.error(String(message)),
  };
}
