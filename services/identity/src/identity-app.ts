import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { errors, type Provider } from 'oidc-provider';
import type { DevelopmentAccount } from './accounts';
import { contentSecurityPolicy, faultPage, signInPage } from './pages';

export interface IdentityAppOptions {
  readonly issuer: string;
  /** The provider with the key that signs now. */
  readonly provider: () => Provider;
  readonly accounts: () => readonly DevelopmentAccount[];
  readonly dashboardOrigins: readonly string[];
  /** The public keys whose tokens are good now, a JWKS. */
  readonly publicKeys: () => object;
  readonly version: string;
}

/** The provider with its pages: `/.well-known/openid-configuration`, `/auth`, `/token`, `/jwks`, `/me`, `/session/end`, `/sign-in`. */
export function identityApp({ issuer, provider, accounts, dashboardOrigins, publicKeys, version }: IdentityAppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(answersToItsName(new URL(issuer).host), secureHeaders(contentSecurityPolicy(dashboardOrigins)));
  app.get(['/health/live', '/health/ready'], (_request, response) => void response.json({ status: 'ok', version }));
  // instead of the provider's own list, which has the present key alone: tokens of its predecessor are good as well
  app.get('/jwks', (_request, response) => void response.type('application/jwk-set+json').send(JSON.stringify(publicKeys())));
  app.get('/sign-in/:id', async (request, response) => {
    await provider().interactionDetails(request, response);
    response.send(signInPage(accounts()));
  });
  app.post('/sign-in/:id', express.urlencoded({ extended: false, limit: '1kb' }), async (request, response) => {
    const { account: chosen }: { account?: unknown } = request.body ?? {};
    const account = accounts().find(({ subject }) => subject === chosen);
    if (account === undefined) response.status(400).send(faultPage('There is no such account.'));
    else await provider().interactionFinished(request, response, { login: { accountId: account.subject } });
  });
  app.use((request, response) => provider().callback()(request, response));
  app.use(answerFaults);
  return app;
}

/** The provider makes its addresses from the Host header: one that names another host comes of a page that rebinds its name. */
function answersToItsName(host: string): RequestHandler {
  return (request, response, next) => {
    if (request.headers.host === host) next();
    else response.status(421).type('text').send('This provider answers to the name of its issuer only.');
  };
}

function secureHeaders(policy: string): RequestHandler {
  return (_request, response, next) => {
    response.set({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    next();
  };
}

const answerFaults: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) return next(error);
  const expired = error instanceof errors.SessionNotFound;
  response
    .status(expired ? 400 : 500)
    .send(faultPage(expired ? 'It has expired, or began in another browser: go back and sign in anew.' : 'The provider failed.'));
};
