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
  const exchange = async (
    request: { path: string; method: 'GET' | 'POST'; body?: string },
    headers: Record<string, string>,
    ms: number,
  ) => {
    try {
      const response = await pool.request({ ...request, headers, signal: AbortSignal.timeout(ms) });
      return { status: response.statusCode, body: await response.body.text() };
    } catch (error) {
      throw new CountryFault(country, describeFault(error));
    }
  };
  return {
    post: (body, headers, ms) =>
      exchange(
        { path: `${pathname}${search}`, method: 'POST', body },
        { ...headers, 'content-type': 'application/json', accept: 'application/json' },
        ms,
      ),
    probe: (ms) => exchange({ path: '/health/ready', method: 'GET' }, { accept: 'application/json' }, ms),
    close: () => pool.close(),
    destroy: () => pool.destroy(),
  };
}
