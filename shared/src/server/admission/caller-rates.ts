import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { HubError } from '../../errors';
import type { Caller } from '../../identity';
import { CALLERS_TO_STRANGERS, RATE_SPAN_SECONDS } from '../limits';

/** Counts the requests of each caller, in this process. */
export class CallerRates {
  private readonly callers: RateLimiterMemory;
  private readonly addresses: RateLimiterMemory;

  /** @param most requests of one caller in a span; of an address without a valid token a tenth */
  constructor(most: number) {
    this.callers = new RateLimiterMemory({ points: most, duration: RATE_SPAN_SECONDS });
    this.addresses = new RateLimiterMemory({ points: Math.max(1, Math.floor(most / CALLERS_TO_STRANGERS)), duration: RATE_SPAN_SECONDS });
  }

  /** @throws HubError RATE_LIMITED */
  async countCaller({ subject, roles }: Caller): Promise<void> {
    // the hub, asking for itself, has no role; no token can say so
    await count(this.callers, roles.length === 0 ? 'the hub' : `subject ${subject}`);
  }

  /** A request without a valid token. @throws HubError RATE_LIMITED */
  async countStranger(address: string): Promise<void> {
    await count(this.addresses, address);
  }
}

async function count(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw new HubError('RATE_LIMITED', undefined, { retryAfterSeconds });
  }
}
