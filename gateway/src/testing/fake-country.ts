import type { IncomingHttpHeaders } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type CountryIdentity, countryFieldName, countryTypeName, standardSchema } from '@registry-hub/shared/domain';
import type { RegisteredCountry } from '@registry-hub/shared/register';
import { type HttpEndpoint, openHttpEndpoint } from '@registry-hub/shared/server';
import type { ServerTls } from '@registry-hub/shared/tls';
import express, { type Express } from 'express';
import { type ExecutionResult, GraphQLError, graphql, parse } from 'graphql';
import { nationalTemplate } from './national-template';

/** What a fake country does with a request to its subgraph: answer, hang, break the connection, or send what it should not. */
export type Behaviour = 'ANSWER' | 'HANG' | 'BREAK' | 'PAGE' | 'HALF' | 'TEXT' | 'NOTHING' | 'REFUSE';

export interface SeenRequest {
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
}

/** A national registry on a loopback port, with a schema in small, that behaves as told. */
export class FakeCountry {
  behaviour: Behaviour = 'ANSWER';
  template = nationalTemplate;
  /** Shown as its schema instead of the one it answers by. */
  servedSdl: string | undefined;
  readonly seen: SeenRequest[] = [];
  private endpoint: HttpEndpoint | undefined;
  private port = 0;

  constructor(
    readonly identity: CountryIdentity,
    private readonly tls?: ServerTls,
  ) {}

  /** Starts, or starts again at the same address. */
  async start(): Promise<RegisteredCountry> {
    this.endpoint = await openHttpEndpoint(this.app(), '127.0.0.1', this.port, this.tls);
    this.port = Number(new URL(this.endpoint.origin).port);
    return { ...this.identity, url: `${this.endpoint.origin}/graphql` };
  }

  async stop(): Promise<void> {
    await this.endpoint?.close();
    this.endpoint = undefined;
  }

  /** What was asked, schema requests left out. */
  get operations(): readonly SeenRequest[] {
    return this.seen.filter(({ query }) => !query.includes('_service'));
  }

  private app(): Express {
    const app = express();
    app.use((_request, response, next) => {
      // else a stopped server would wait for connections kept open
      response.set('connection', 'close');
      next();
    });
    app.get('/health/ready', (_request, response) => {
      if (this.behaviour !== 'HANG') response.json({ status: 'ok', version: '1.2.3' });
    });
    app.post('/graphql', express.json(), async (request, response) => {
      const { query, variables }: { query: string; variables?: Record<string, unknown> } = request.body;
      this.seen.push({ query, headers: request.headers });
      if (this.behaviour === 'BREAK') request.socket.destroy();
      else if (this.behaviour !== 'HANG') response.send(this.canned() ?? (await this.answer(query, variables)));
    });
    return app;
  }

  private canned(): string | undefined {
    const texts: Readonly<Partial<Record<Behaviour, string>>> = {
      PAGE: '<html>502 Bad Gateway at 10.1.2.3</html>',
      HALF: '{"data":{"fra',
      TEXT: JSON.stringify({ data: { [countryFieldName(this.identity.name)]: 'text' } }),
      NOTHING: '{"data":{}}',
      REFUSE: '{"errors":[{"message":"A valid token is needed.","extensions":{"code":"UNAUTHENTICATED"}}]}',
    };
    return texts[this.behaviour];
  }

  private async answer(source: string, variableValues: Record<string, unknown> = {}): Promise<ExecutionResult> {
    if (this.servedSdl !== undefined && source.includes('_service')) return { data: { _service: { sdl: this.servedSdl } } };
    const { code, name } = this.identity;
    const registry = { registeredCases: 7, centers: [{ code: `${code}-001` }], forbidden, leaking };
    const typeName = countryTypeName(name);
    const itself = { __typename: typeName, code, name, registry };
    const field = countryFieldName(name);
    const schema = buildSubgraphSchema({
      typeDefs: parse(standardSchema(this.template, this.identity)),
      resolvers: {
        Query: { [field]: () => itself },
        Mutation: { [field]: () => ({ rename: ({ to }: { to: string }) => to }) },
        [typeName]: { __resolveReference: () => itself },
      },
    });
    return graphql({ schema, source, variableValues });
  }
}

function forbidden(): never {
  throw new GraphQLError('Your role does not grant this.', { extensions: { code: 'FORBIDDEN' } });
}

function leaking(): never {
  throw new Error('SELECT name FROM patient: connect ECONNREFUSED 10.1.2.3:5432');
}
