import { type CryptoKey, createLocalJWKSet, errors, type FlattenedJWSInput, type JSONWebKeySet, type JWSHeaderParameters } from 'jose';
import { HubError } from '../errors';

/** What a process brings for the search of its issuer's keys. */
export interface KeySearch {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told, at each attempt, why the provider does not tell its keys. */
  readonly onFault: (reason: string) => void;
  /** How long the provider may take for an answer, in milliseconds; 5 s without it. */
  readonly answerWithinMs?: number;
}

export interface ProviderKeysOptions extends KeySearch {
  /** Asks the provider for its keys; rejects with a sentence when it does not tell them. */
  readonly ask: () => Promise<JSONWebKeySet>;
}

/** A key that the provider has withdrawn is accepted for so long at most, while the provider answers. */
const FRESH_MS = 10 * 60_000;
/** For so long after its last answer a provider that is down does not lock anybody out. */
const TRUSTED_MS = 24 * 3_600_000;
/** Tokens with made-up key ids must not become requests to the provider. */
const COOLDOWN_MS = 30_000;
/** While no key is known nobody gets in, so that asking again is worth more. */
const FIRST_COOLDOWN_MS = 1000;

interface KnownKeys {
  readonly keyOf: ReturnType<typeof createLocalJWKSet>;
  readonly since: number;
}

/**
 * The public keys of an OpenID provider, asked for when the first token comes, so that a process starts while the provider is
 * down. They are asked for again every ten minutes, and when a token names a key that is not among them (the provider has
 * changed its key), then at most every 30 seconds. A provider that stops answering is no fault for 24 hours: what it last told holds.
 */
export class ProviderKeys {
  readonly #options: ProviderKeysOptions;
  #known: KnownKeys | undefined;
  #lastAsked = Number.NEGATIVE_INFINITY;
  #asking: Promise<void> | undefined;

  constructor(options: ProviderKeysOptions) {
    this.#options = options;
  }

  /**
   * The key with which a token says it was signed.
   *
   * @throws HubError UNAUTHENTICATED while no key can be had at all; JOSEError when the provider has no such key
   */
  async find(header: JWSHeaderParameters, token: FlattenedJWSInput): Promise<CryptoKey> {
    if (this.#ageMs() >= FRESH_MS) await this.#askAgain();
    try {
      return await this.#keyOf(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await this.#askAgain();
      return this.#keyOf(header, token);
    }
  }

  async #keyOf(header: JWSHeaderParameters, token: FlattenedJWSInput): Promise<CryptoKey> {
    if (this.#known === undefined || this.#ageMs() >= TRUSTED_MS) {
      throw new HubError('UNAUTHENTICATED', 'The identity provider does not answer, so that no token can be verified now.');
    }
    return this.#known.keyOf(header, token);
  }

  #ageMs(): number {
    return this.#options.now() - (this.#known?.since ?? Number.NEGATIVE_INFINITY);
  }

  /** Asks the provider, unless that was tried a moment ago. Whoever comes while it is being asked waits for the same answer. */
  async #askAgain(): Promise<void> {
    const cooldown = this.#known === undefined ? FIRST_COOLDOWN_MS : COOLDOWN_MS;
    if (this.#asking === undefined && this.#options.now() - this.#lastAsked >= cooldown) {
      this.#lastAsked = this.#options.now();
      this.#asking = this.#ask().finally(() => {
        this.#asking = undefined;
      });
    }
    await this.#asking;
  }

  async #ask(): Promise<void> {
    try {
      this.#known = { keyOf: createLocalJWKSet(await this.#options.ask()), since: this.#options.now() };
    } catch (error) {
      this.#options.onFault(error instanceof Error ? error.message : String(error));
    }
  }
}
