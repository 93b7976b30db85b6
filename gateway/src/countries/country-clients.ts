import type { CountryRegister, RegisteredCountry } from '@registry-hub/shared/register';
import type { Logger } from '@registry-hub/shared/server';
import type { CountryAnswer } from './country-answer';
import { CountryClient } from './country-client';
import { CountryFault } from './country-fault';
import type { CountryRequest } from './country-request';
import type { CountryStatus } from './country-status';
import type { CountryTimings } from './country-timings';
import type { CountryTransport, RawPartial } from './country-transport';

export interface CountryClientsOptions {
  readonly openTransport: (country: RegisteredCountry) => CountryTransport;
  readonly timings: CountryTimings;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly logger: Logger;
}

interface Watched {
  readonly client: CountryClient;
  timer: NodeJS.Timeout | undefined;
}

/** The hub's way to every registered country, and what it knows about how they do. */
export class CountryClients {
  private watched: ReadonlyMap<string, Watched> = new Map();
  private readonly listeners = new Set<(code: string) => void>();

  constructor(private readonly options: CountryClientsOptions) {}

  /** In code order. */
  get countries(): readonly RegisteredCountry[] {
    return [...this.watched.values()].map(({ client }) => client.country);
  }

  /** @throws CountryFault when the country gives no usable answer, or is not registered (any more) */
  async post(code: string, request: CountryRequest): Promise<CountryAnswer> {
    return this.registered(code).post(request);
  }

  /** Puts a question for its sums to a country. @throws CountryFault as {@link post} does */
  async askPartial(code: string, question: string, headers: Readonly<Record<string, string>>): Promise<RawPartial> {
    return this.registered(code).askPartial(question, headers);
  }

  /**
   * The public key under which a country masks its sums, as it told last; undefined when it has none.
   *
   * @throws CountryFault when the country doesn't answer, or is not registered (any more)
   */
  async maskingKey(code: string): Promise<string | undefined> {
    return this.registered(code).maskingKey();
  }

  /** DOWN for one that isn't registered. */
  status(code: string): CountryStatus {
    return this.watched.get(code)?.client.status ?? { state: 'DOWN', message: 'The registry is not registered any more.' };
  }

  reportSchemaProblem(code: string, problem: string | undefined): void {
    this.watched.get(code)?.client.reportSchemaProblem(problem);
  }

  /** Calls back whenever a country answers that didn't before. Returns how to stop that. */
  onReachable(listener: (code: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Takes over a register: what stayed the same keeps its connections. */
  update(register: CountryRegister): void {
    const before = this.watched;
    this.watched = new Map(
      register.countries.map((country) => {
        const kept = before.get(country.code);
        return [country.code, kept !== undefined && isSame(kept.client.country, country) ? kept : this.watch(country)];
      }),
    );
    for (const [code, one] of before) {
      if (this.watched.get(code) === one) continue;
      clearTimeout(one.timer);
      void one.client.close();
    }
  }

  /** Breaks off what is under way. */
  async close(): Promise<void> {
    const open = [...this.watched.values()];
    this.watched = new Map();
    this.listeners.clear();
    for (const { timer } of open) clearTimeout(timer);
    await Promise.all(open.map(({ client }) => client.destroy()));
  }

  private registered(code: string): CountryClient {
    const client = this.watched.get(code)?.client;
    if (client !== undefined) return client;
    throw new CountryFault({ code, name: code }, { kind: 'UNREACHABLE', delivered: false, reason: 'not registered' });
  }

  private watch(country: RegisteredCountry): Watched {
    const { openTransport, ...shared } = this.options;
    const onReachable = (): void => {
      for (const listener of this.listeners) listener(country.code);
    };
    const one: Watched = {
      client: new CountryClient({ ...shared, country, transport: openTransport(country), onReachable }),
      timer: undefined,
    };
    this.probeAfter(one, 0);
    return one;
  }

  /** The timers keep no process alive. */
  private probeAfter(one: Watched, ms: number): void {
    const { betweenProbes, betweenProbesWhileDown } = this.options.timings;
    one.timer = setTimeout(async () => {
      await one.client.probe().catch(() => undefined);
      if (this.watched.get(one.client.country.code) !== one) return;
      this.probeAfter(one, one.client.status.state === 'DOWN' ? betweenProbesWhileDown : betweenProbes);
    }, ms).unref();
  }
}

function isSame(a: RegisteredCountry, b: RegisteredCountry): boolean {
  return a.code === b.code && a.name === b.name && a.url === b.url;
}
