import type { RegisteredCountry } from '@registry-hub/shared/register';
import type { Logger } from '@registry-hub/shared/server';
import { ConstantBackoff, handleWhen, retry } from 'cockatiel';
import { z } from 'zod';
import { Circuit } from './circuit';
import { type CountryAnswer, readAnswer, UnusableAnswer } from './country-answer';
import { CountryFault } from './country-fault';
import { type CountryRequest, onlyReads } from './country-request';
import { type CountryContacts, type CountryStatus, isReachable, statusOf } from './country-status';
import type { CountryTimings } from './country-timings';
import type { CountryTransport, RawAnswer, RawPartial } from './country-transport';
import { InFlight } from './in-flight';

export interface CountryClientOptions {
  readonly country: RegisteredCountry;
  readonly transport: CountryTransport;
  readonly timings: CountryTimings;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly logger: Logger;
  /** Called when the country answers and did not before, or serves another schema than before. */
  readonly onReachable: () => void;
}

interface ReadAnswer {
  readonly raw: RawAnswer;
  readonly answer: CountryAnswer;
}

/** A connection that failed is tried again so often; the country may be restarting. */
const FURTHER_ATTEMPTS = 2;
const health = z.object({
  version: z.string().max(64).exactOptional(),
  maskingKey: z.string().max(64).exactOptional(),
  schema: z.string().max(64).exactOptional(),
});

/**
 * Asks one country. A query is sent again when its connection fails and once for all who ask the very same at the same
 * time; a mutation is sent exactly once. A country that keeps failing is left alone for a moment.
 */
export class CountryClient {
  private readonly circuit: Circuit;
  private readonly retrying;
  private readonly queries = new InFlight<ReadAnswer>();
  private readonly probes = new InFlight<void>();
  private contacts: CountryContacts = {};

  constructor(private readonly options: CountryClientOptions) {
    const { country, timings } = options;
    this.circuit = new Circuit(country, timings.rest);
    this.retrying = retry(
      handleWhen((error) => error instanceof CountryFault && error.kind === 'UNREACHABLE'),
      { maxAttempts: FURTHER_ATTEMPTS, backoff: new ConstantBackoff(timings.betweenAttempts) },
    );
  }

  get country(): RegisteredCountry {
    return this.options.country;
  }

  get status(): CountryStatus {
    return statusOf(this.contacts, this.options.now());
  }

  /** @throws CountryFault when the country gives no usable answer */
  async post({ headers = {}, timeoutMs, ...operation }: CountryRequest): Promise<CountryAnswer> {
    // the one request that tries a resting country again is a probe: a caller would wait long for one that hangs
    if (!this.circuit.isClosed) await this.probe();
    const body = JSON.stringify(operation);
    const { timings } = this.options;
    if (!onlyReads(operation.query)) {
      return (await this.send(() => this.exchange(body, headers, timeoutMs ?? timings.mutation))).answer;
    }
    const patience = timeoutMs ?? timings.query;
    const send = (): Promise<ReadAnswer> => this.retrying.execute(() => this.exchange(body, headers, patience));
    const { result, shared } = await this.queries.run(sameQuestion(body, headers, patience), () => this.send(send));
    // each who waits gets an answer of his own: the gateway merges other countries' answers into it
    return shared ? readAnswer(result.raw) : result.answer;
  }

  /** Asks for the country's sums: as a query, it is sent again when its connection fails. @throws CountryFault */
  async askPartial(question: string, headers: Readonly<Record<string, string>>): Promise<RawPartial> {
    if (!this.circuit.isClosed) await this.probe();
    const { transport, timings } = this.options;
    return this.send(() => this.retrying.execute(() => transport.askPartial(question, headers, timings.query)));
  }

  /** Asks whether the country is ready. @throws CountryFault when it doesn't answer */
  async probe(): Promise<void> {
    await this.probes.run('ready', () => (this.circuit.isClosed ? this.askReady() : this.circuit.run(() => this.askReady())));
  }

  /**
   * The public key under which this country masks its sums, as it told last; undefined when it has none.
   *
   * @throws CountryFault when it doesn't answer
   */
  async maskingKey(): Promise<string | undefined> {
    if (this.contacts.maskingKey === undefined || !isReachable(this.contacts)) await this.probe();
    return this.contacts.maskingKey;
  }

  /** Why the schema this country serves can't be used; undefined when it can. */
  reportSchemaProblem(problem: string | undefined): void {
    const { schemaProblem: _, ...contacts } = this.contacts;
    this.contacts = problem === undefined ? contacts : { ...contacts, schemaProblem: problem };
  }

  /** Lets the requests under way end. */
  async close(): Promise<void> {
    await this.options.transport.close();
  }

  /** Breaks off the requests under way. */
  async destroy(): Promise<void> {
    await this.options.transport.destroy();
  }

  private async send<T>(work: () => Promise<T>): Promise<T> {
    return this.circuit.run(async () => {
      try {
        const answer = await work();
        this.record({ traffic: { at: this.options.now() } });
        return answer;
      } catch (error) {
        if (error instanceof CountryFault) this.record({ traffic: { at: this.options.now(), fault: error.kind } }, error);
        throw error;
      }
    });
  }

  private async exchange(body: string, headers: Readonly<Record<string, string>>, timeoutMs: number): Promise<ReadAnswer> {
    const raw = await this.options.transport.post(body, headers, timeoutMs);
    try {
      return { raw, answer: readAnswer(raw) };
    } catch (error) {
      if (!(error instanceof UnusableAnswer)) throw error;
      throw new CountryFault(this.country, { kind: 'ERROR', delivered: true, reason: error.message });
    }
  }

  private async askReady(): Promise<void> {
    const { now, timings, transport } = this.options;
    const begun = performance.now();
    try {
      const { status, body } = await transport.probe(timings.probe);
      this.record({
        probe: { at: now(), ready: status < 500 },
        latencyMs: Math.round((performance.now() - begun) * 10) / 10,
        ...toldBy(body),
      });
    } catch (error) {
      if (!(error instanceof CountryFault)) throw error;
      this.record({ probe: { at: now(), fault: error.kind } }, error);
      if (this.circuit.isClosed) await this.circuit.count(error);
      throw error;
    }
  }

  private record(contacts: CountryContacts, fault?: CountryFault): void {
    const { country, logger, onReachable } = this.options;
    const before = isReachable(this.contacts);
    const { schema } = this.contacts;
    this.contacts = { ...this.contacts, ...contacts };
    const after = isReachable(this.contacts);
    if (fault !== undefined && before) logger.warn({ country: country.code, kind: fault.kind, reason: fault.reason }, 'country failed');
    if (!before && after) {
      logger.info({ country: country.code }, 'country answers');
      onReachable();
    } else if (schema !== undefined && schema !== this.contacts.schema) {
      logger.info({ country: country.code }, 'country serves another schema');
      onReachable();
    }
  }
}

function sameQuestion(body: string, headers: Readonly<Record<string, string>>, timeoutMs: number): string {
  const { 'x-request-id': _, ...telling } = headers;
  return JSON.stringify([telling, timeoutMs, body]);
}

/** What a country tells of itself with its health. */
function toldBy(body: string): Pick<CountryContacts, 'version' | 'maskingKey' | 'schema'> {
  try {
    return health.safeParse(JSON.parse(body)).data ?? {};
  } catch {
    return {};
  }
}
