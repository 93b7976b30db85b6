import type { BaseContext } from '@apollo/server';
import express, { type ErrorRequestHandler, type Express } from 'express';
import { HubError } from '../errors';
import { type GraphqlRouteOptions, openGraphqlRoute } from './graphql-route';
import { openHttpEndpoint } from './http-endpoint';
import type { Logger } from './logger';

export interface GraphqlEndpoint {
  readonly origin: string;
  readonly graphqlUrl: string;
  close(): Promise<void>;
}

export interface GraphqlEndpointOptions<C extends BaseContext> extends GraphqlRouteOptions<C> {
  /** The product's version, which health tells. */
  readonly version: string;
  /** What else `/health/ready` tells. */
  readonly health?: Readonly<Record<string, string>>;
  /** Throws, with a sentence, while the process can't answer. */
  readonly checkReady: () => Promise<void>;
  readonly host: string;
  readonly port: number;
  /** More routes of the same server, before GraphQL's. */
  readonly addRoutes?: (app: Express) => void;
}

/** Serves GraphQL at `/graphql` and health at `/health/live` and `/health/ready`. */
export async function startGraphqlEndpoint<C extends BaseContext>(options: GraphqlEndpointOptions<C>): Promise<GraphqlEndpoint> {
  const { logger, version, health, checkReady, addRoutes, host, port } = options;
  const route = await openGraphqlRoute(options);
  const app = express();
  app.disable('x-powered-by');
  app.get('/health/live', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/health/ready', async (_request, response) => {
    const fault = await checkReady().then(
      () => undefined,
      (error: unknown) => (error instanceof HubError ? error.message : 'not ready'),
    );
    if (fault === undefined) response.json({ status: 'ok', version, ...health });
    else response.status(503).json({ status: 'unavailable', version, ...health, message: fault });
  });
  addRoutes?.(app);
  route.addTo(app, '/graphql');
  app.use(answerBadRequests(logger));

  const http = await openHttpEndpoint(app, host, port).catch(async (error: unknown) => {
    await route.close();
    throw error;
  });
  return {
    origin: http.origin,
    graphqlUrl: `${http.origin}/graphql`,
    close: async () => {
      await http.close();
      await route.close();
    },
  };
}

interface RequestFault {
  readonly name?: string;
  readonly status?: number;
}

/** What fails before GraphQL: a body that is too large, or no JSON. */
function answerBadRequests(logger: Logger): ErrorRequestHandler {
  return ({ name, status = 500 }: RequestFault, _request, response, next) => {
    if (response.headersSent) return next(name);
    if (status < 400 || status >= 500) {
      logger.error({ error: name }, 'request failed');
      response.status(500).json({ errors: [{ message: 'Internal server error.', extensions: { code: 'INTERNAL' } }] });
      return;
    }
    const message = status === 413 ? 'The request body is too large.' : 'The request body is not valid JSON.';
    const extensions = { code: 'BAD_USER_INPUT', problems: [{ field: 'body', message }] };
    response.status(status).json({ errors: [{ message, extensions }] });
  };
}
