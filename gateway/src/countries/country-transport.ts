import { DISCLOSURE_HEADER, LAYOUT_HEADER, LEFT_OUT_HEADER, partialUrl, STATE_HEADER } from '@registry-hub/shared/partial-exchange';
import type { RegisteredCountry } from '@registry-hub/shared/register';
import type { ClientTls } from '@registry-hub/shared/tls';
import { type Dispatcher, Pool } from 'undici';
import { CountryFault, describeFault } from './country-fault';

export interface RawAnswer {
  readonly status: number;
  readonly body: string;
}

/** A country's answer to a question for its sums, as it came. */
export interface RawPartial {
  readonly status: number;
  readonly state: string | undefined;
  readonly layout: string | undefined;
  readonly disclosureSettings: string | undefined;
  /** Whether patients are left out who were in the freeze when it was taken. */
  readonly leftOut: boolean;
  readonly body: Uint8Array;
}

/** One country's server, as bare HTTP. What asks throws {@link CountryFault}. */
export interface CountryTransport {
  post(body: string, headers: Readonly<Record<string, string>>, timeoutMs: number): Promise<RawAnswer>;
  askPartial(question: string, headers: Readonly<Record<string, string>>, timeoutMs: number): Promise<RawPartial>;
  /** Asks `/health/ready`. */
  probe(timeoutMs: number): Promise<RawAnswer>;
  /** Lets the requests under way end. */
  close(): Promise<void>;
  /** Breaks off the requests under way. */
  destroy(): Promise<void>;
}

export interface TransportLimits {
  readonly connectMs: number;
  /** A longer answer is a fault. */
  readonly maxResponseBytes: number;
  /** Connections kept open at most; further requests wait for one. */
  readonly connections: number;
}

export const transportLimits: Omit<TransportLimits, 'connectMs'> = { maxResponseBytes: 32 * 1024 * 1024, connections: 16 };

const LOOPBACK = /^(127\.|localhost$|\[::1\]$)/;

interface BareRequest {
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/**
 * Opens a pool of connections that stay open between requests. Redirects are not followed.
 *
 * @param tls what the hub shows of itself; with a certificate to show, no country is asked without TLS, but on this machine
 */
export function openTransport(country: RegisteredCountry, limits: TransportLimits, tls: ClientTls = {}): CountryTransport {
  const { origin, pathname, search, protocol, hostname } = new URL(country.url);
  const isOpen = tls.cert !== undefined && protocol === 'http:' && !LOOPBACK.test(hostname);
  const pool = new Pool(origin, {
    connections: limits.connections,
    connect: { timeout: limits.connectMs, ...tls },
    maxResponseSize: limits.maxResponseBytes,
    // one deadline for the whole exchange is set at each request
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const exchange = async <T>(
    request: BareRequest,
    timeoutMs: number,
    read: (response: Dispatcher.ResponseData) => Promise<T>,
  ): Promise<T> => {
    if (isOpen) throw new CountryFault(country, { kind: 'UNREACHABLE', delivered: false, reason: 'registered without https' });
    try {
      return await read(await pool.request({ ...request, signal: AbortSignal.timeout(timeoutMs) }));
    } catch (error) {
      throw new CountryFault(country, describeFault(error));
    }
  };
  const partialPath = partialUrl(country.url).pathname;
  const json = { 'content-type': 'application/json', accept: 'application/json' };
  return {
    post: (body, headers, timeoutMs) =>
      exchange({ path: `${pathname}${search}`, method: 'POST', headers: { ...headers, ...json }, body }, timeoutMs, readText),
    askPartial: (question, headers, timeoutMs) =>
      exchange({ path: partialPath, method: 'POST', headers: { ...headers }, body: question }, timeoutMs, readPartial),
    probe: (timeoutMs) => exchange({ path: '/health/ready', method: 'GET' }, timeoutMs, readText),
    close: () => pool.close(),
    destroy: () => pool.destroy(),
  };
}

async function readText({ statusCode, body }: Dispatcher.ResponseData): Promise<RawAnswer> {
  return { status: statusCode, body: await body.text() };
}

async function readPartial({ statusCode, headers, body }: Dispatcher.ResponseData): Promise<RawPartial> {
  const textOf = (name: string): string | undefined => {
    const value = headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    status: statusCode,
    state: textOf(STATE_HEADER),
    layout: textOf(LAYOUT_HEADER),
    disclosureSettings: textOf(DISCLOSURE_HEADER),
    leftOut: textOf(LEFT_OUT_HEADER) === 'true',
    body: await body.bytes(),
  };
}
