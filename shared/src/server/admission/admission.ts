import type { IncomingMessage } from 'node:http';
import { GraphQLError } from 'graphql';
import { badUserInput, HubError } from '../../errors';
import { type Caller, hasRole } from '../../identity';
import { BODY_LIMIT, type DocumentGuard } from '../limits';
import type { BodyReader } from './body-reader';
import type { CallerRates } from './caller-rates';
import { digestOf, type RegisteredOperations } from './registered-operations';

export interface AdmissionParts {
  readonly rates: CallerRates;
  readonly documents: DocumentGuard;
  readonly operations: RegisteredOperations;
  /** Whether a DASHBOARD may send registered operations only. */
  readonly safelist: boolean;
  readonly bodies: Pick<BodyReader, 'callerOf' | 'sizeOf'>;
}

/** A request as the web server has read it. */
export type ReadRequest = IncomingMessage & { readonly body?: unknown };

interface SentOperation {
  readonly query?: unknown;
  readonly extensions?: { readonly persistedQuery?: { readonly sha256Hash?: unknown } };
}

/** Lets a request in, or not, before anything of its operation is looked at but the text. */
export class Admission {
  constructor(private readonly parts: AdmissionParts) {}

  /**
   * @returns who asks
   * @throws HubError UNAUTHENTICATED, RATE_LIMITED, QUERY_TOO_COMPLEX, FORBIDDEN; GraphQLError BAD_REQUEST
   */
  async admit(request: ReadRequest): Promise<Caller> {
    const { rates, documents, safelist, operations, bodies } = this.parts;
    const caller = await this.identified(request);
    await rates.countCaller(caller);
    if (request.method === 'GET' && searchOf(request).has('query')) throw wrongMethod();
    const text = this.textOf(request);
    if (safelist && isDashboardOnly(caller) && (text === undefined || !operations.includes(text))) {
      throw new HubError('FORBIDDEN', 'A dashboard may send registered operations only.');
    }
    const onlyChanges = text !== undefined && documents.admit(text).onlyChanges;
    if (!onlyChanges && bodies.sizeOf(request) > BODY_LIMIT) {
      throw badUserInput({ field: 'body', message: `expected at most ${BODY_LIMIT} bytes; only a coordinator's mutation may be larger.` });
    }
    return caller;
  }

  private async identified(request: ReadRequest): Promise<Caller> {
    try {
      return await this.parts.bodies.callerOf(request);
    } catch (error) {
      await this.parts.rates.countStranger(request.socket.remoteAddress ?? 'unknown');
      throw error;
    }
  }

  /** The text that was sent, or that of the registered operation that was named. */
  private textOf(request: ReadRequest): string | undefined {
    const { query, extensions }: SentOperation = request.method === 'GET' ? namedInSearch(request) : bodyOf(request);
    const digest = extensions?.persistedQuery?.sha256Hash;
    if (typeof query !== 'string') return typeof digest === 'string' ? this.parts.operations.textOf(digest) : undefined;
    if (digest !== undefined && digest !== digestOf(query)) {
      throw badUserInput({
        field: 'extensions.persistedQuery.sha256Hash',
        message: "expected the SHA-256 of the query's text, or nothing.",
      });
    }
    return query;
  }
}

function isDashboardOnly(caller: Caller): boolean {
  return hasRole(caller, 'DASHBOARD') && caller.roles.every((role) => role === 'DASHBOARD');
}

function bodyOf({ body }: ReadRequest): SentOperation {
  return typeof body === 'object' && body !== null ? body : {};
}

function searchOf({ url = '' }: ReadRequest): URLSearchParams {
  return new URL(url, 'http://localhost').searchParams;
}

function namedInSearch(request: ReadRequest): SentOperation {
  try {
    const extensions: unknown = JSON.parse(searchOf(request).get('extensions') ?? '{}');
    return typeof extensions === 'object' && extensions !== null ? { extensions } : {};
  } catch {
    // the server itself tells what is wrong with it
    return {};
  }
}

function wrongMethod(): GraphQLError {
  const message = 'GET is for registered operations, named by their hash; send this one by POST.';
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 405, headers: new Map([['allow', 'POST']]) } } });
}
