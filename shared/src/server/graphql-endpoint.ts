import type { BaseContext } from '@apollo/server';
import express, { type ErrorRequestHandler, type Express } from 'express';
import type { ServerTls } from '../tls';
import { securityHeaders } from './admission';
import { type GraphqlRouteOptions, openGraphqlRoute } from './graphql-route';
import { addHealthRoutes, type HealthOptions } from './health-routes';
import { openHttpEndpoint } from './http-endpoint';
import type { Logger } from './logger';

export interface GraphqlEndpoint {
  readonly origin: string;
  readonly graphqlUrl: string;
  close(): Promise<void>;
}

export interface GraphqlEndpointOptions<C extends BaseContext> extends GraphqlRouteOptions<C>, HealthOptions {
  readonly host: string;
  readonly port: number;
  /** Without it, by plain http. */
  readonly tls?: ServerTls | undefined;
  /** Tells health, and nothing else, by plain http on loopback: for who watches the process and has no certificate. */
  readonly healthPort?: number | undefined;
  /** More routes of the same server, before GraphQL's. */
  readonly addRoutes?: (app: Express) => void;
}

/** Serves GraphQL at `/graphql` and health at `/health/live` and `/health/ready`. */
export async function startGraphqlEndpoint<C extends BaseContext>(options: GraphqlEndpointOptions<C>): Promise<GraphqlEndpoint> {
  const { logger, addRoutes, host, port, tls, healthPort } = options;
  const route = await openGraphqlRoute(options);
  const app = express();
  app.use(securityHeaders());
  addHealthRoutes(app, options);
  addRoutes?.(app);
  route.addTo(app, '/graphql');
  app.use(answerBadRequests(logger));

  const opened: { close(): Promise<void> }[] = [route];
  const close = async (): Promise<void> => {
    for (const one of opened.toReversed()) await one.close();
  };
  try {
    if (healthPort !== undefined)
      opened.push(await openHttpEndpoint(addHealthRoutes(express().use(securityHeaders()), options), '127.0.0.1', healthPort));
    const { origin, ...http } = await openHttpEndpoint(app, host, port, tls);
    opened.push(http);
    return { origin, graphqlUrl: `${origin}/graphql`, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface RequestFault {
  readonly name?: string;
  readonly status?: number;
  /** Of a body that is too large: how many bytes there may be. */
  readonly limit?: number;
}

/** What fails before GraphQL: a body that is too large, or no JSON. */
function answerBadRequests(logger: Logger): ErrorRequestHandler {
  return ({ name, status = 500, limit = 0 }: RequestFault, _request, response, next) => {
    if (response.headersSent) return next(name);
    if (status < 400 || status >= 500) {
      logger.error({ error: name }, 'request failed');
      response.status(500).json({ errors: [{ message: 'Internal server error.', extensions: { code: 'INTERNAL' } }] });
      return;
    }
    const most = `${Math.floor(limit / 2 ** 20)} MB`;
    const message = status === 413 ? `The request body is too large: at most ${most}.` : 'The request body is not valid JSON.';
    const extensions = { code: 'BAD_USER_INPUT', problems: [{ field: 'body', message }] };
    response.status(status).json({ errors: [{ message, extensions }] });
  };
}
