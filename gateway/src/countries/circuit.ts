import type { RegisteredCountry } from '@registry-hub/shared/register';
import { BrokenCircuitError, type CircuitBreakerPolicy, CircuitState, ConsecutiveBreaker, circuitBreaker, handleType } from 'cockatiel';
import { CountryFault } from './country-fault';

/** Failures in a row after which a country is left alone for a while. Project convention. */
const FAILURES_IN_A_ROW = 3;

/**
 * Leaves a country alone that failed several times in a row: until it has rested, whoever asks gets the fault at once;
 * then one request tries it, and the others wait for that one's outcome.
 */
export class Circuit {
  private readonly breaker: CircuitBreakerPolicy;
  private lastFault: CountryFault | undefined;

  constructor(
    private readonly country: RegisteredCountry,
    restMs: number,
  ) {
    this.breaker = circuitBreaker(handleType(CountryFault), { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(FAILURES_IN_A_ROW) });
  }

  get isClosed(): boolean {
    return this.breaker.state === CircuitState.Closed;
  }

  /** @throws CountryFault of the work, or the latest one while the country is left alone */
  async run<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.breaker.execute(work);
    } catch (error) {
      if (error instanceof CountryFault) this.lastFault = error;
      if (!(error instanceof BrokenCircuitError)) throw error;
      const kind = this.lastFault?.kind ?? 'UNREACHABLE';
      throw new CountryFault(this.country, { kind, delivered: false, reason: 'left alone after repeated failures' });
    }
  }

  /** Counts a failure that happened elsewhere. */
  async count(fault: CountryFault): Promise<void> {
    await this.run(() => Promise.reject(fault)).catch(() => undefined);
  }
}
