import type { RegisteredCountry } from '@registry-hub/shared/register';
import { Pool } from 'undici';
import { CountryFault, describeFault } from './country-fault';

export interface RawAnswer {
  readonly status: number;
  readonly body: string;
}

/** One country's server, as bare HTTP. Both methods throw {@link CountryFault}. */
export interface CountryTransport {
  post(body: string, headers: Readonly<Record<string, string>>, timeoutMs: number): Promise<RawAnswer>;
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

interface BareRequest {
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Opens a pool of connections that stay open between requests. Redirects are not followed. */
export function openTransport(country: RegisteredCountry, limits: TransportLimits): CountryTransport {
  const { origin, pathname, search } = new URL(country.url);
  const pool = new Pool(origin, {
    connections: limits.connections,
    connect: { timeout: limits.connectMs },
    maxResponseSize: limits.maxResponseBytes,
    // one deadline for the whole exchange is set at each request
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const exchange = async (request: BareRequest, timeoutMs: number): Promise<RawAnswer> => {
    try {
      const response = await pool.request({ ...request, signal: AbortSignal.timeout(timeoutMs) });
      return { status: response.statusCode, body: await response.body.text() };
    } catch (error) {
      throw new CountryFault(country, describeFault(error));
    }
  };
  const json = { 'content-type': 'application/json', accept: 'application/json' };
  return {
    post: (body, headers, timeoutMs) =>
      exchange({ path: `${pathname}${search}`, method: 'POST', headers: { ...headers, ...json }, body }, timeoutMs),
    probe: (timeoutMs) => exchange({ path: '/health/ready', method: 'GET' }, timeoutMs),
    close: () => pool.close(),
    destroy: () => pool.destroy(),
  };
}
