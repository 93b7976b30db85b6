import { keyFingerprint, type MaskingKey, type Participant } from '@registry-hub/shared/masking';
import type { DataSource } from 'typeorm';
import { AuditTrail } from '../audit';
import { CountryKeyStore, inTransaction } from '../storage';
import { MaskingRefusal } from './masking-refusal';

/** Whether the first key seen of a country is taken into use at once, or waits for a coordinator. */
export const newKeyPolicies = ['pin', 'confirm'] as const;
export type NewKeyPolicy = (typeof newKeyPolicies)[number];

/** So long may a key that was replaced go on being taken for its country's. */
const REMEMBERED_MS = 10_000;

export interface PinnedKeysOptions {
  readonly dataSource: DataSource;
  readonly own: MaskingKey;
  readonly newKeys: NewKeyPolicy;
}

/**
 * Holds what the hub says are other countries' keys against those this country knows. A key that is not the one remembered is
 * looked up in the database: what a coordinator confirms counts at once, in every process.
 */
export class PinnedKeys {
  private known: ReadonlyMap<string, string> = new Map();
  private readAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: PinnedKeysOptions) {}

  /** @throws MaskingRefusal UNUSABLE_KEY, UNKNOWN_KEY or CHANGED_KEY, each with the countries */
  async check(peers: readonly Participant[], now: Date): Promise<void> {
    const { dataSource, newKeys } = this.options;
    if (now.getTime() - this.readAt < REMEMBERED_MS && this.knows(peers)) return;
    const countries = peers.map(({ country }) => country);
    await this.read(countries, now);
    if (this.knows(peers)) return;
    this.refuseUnusable(peers);
    if (newKeys === 'pin' && countries.some((country) => !this.known.has(country))) {
      await this.pin(
        peers.filter(({ country }) => !this.known.has(country)),
        now,
      );
      await this.read(countries, now);
    }
    const { known } = this;
    const strange = peers.filter(({ country, publicKey }) => known.get(country) !== publicKey);
    if (strange.length === 0) return;
    for (const { country, publicKey } of strange) await new CountryKeyStore(dataSource.manager).offer(country, publicKey, now);
    const changed = strange.filter(({ country }) => known.has(country));
    const code = changed.length > 0 ? 'CHANGED_KEY' : 'UNKNOWN_KEY';
    throw new MaskingRefusal(
      code,
      (changed.length > 0 ? changed : strange).map(({ country }) => country),
    );
  }

  private knows(peers: readonly Participant[]): boolean {
    return peers.every(({ country, publicKey }) => this.known.get(country) === publicKey);
  }

  private async read(countries: readonly string[], now: Date): Promise<void> {
    this.known = await new CountryKeyStore(this.options.dataSource.manager).inUse(countries);
    this.readAt = now.getTime();
  }

  private refuseUnusable(peers: readonly Participant[]): void {
    const unusable = peers.filter(({ publicKey }) => {
      try {
        this.options.own.secretWith(publicKey);
        return false;
      } catch {
        return true;
      }
    });
    if (unusable.length > 0)
      throw new MaskingRefusal(
        'UNUSABLE_KEY',
        unusable.map(({ country }) => country),
      );
  }

  private async pin(peers: readonly Participant[], now: Date): Promise<void> {
    await inTransaction(this.options.dataSource, async (manager) => {
      const store = new CountryKeyStore(manager);
      const by = { subject: 'registry', roles: [] };
      for (const { country, publicKey } of peers) {
        if (!(await store.pin(country, publicKey, now))) continue;
        const record = {
          kind: 'countryKey' as const,
          key: [country],
          after: { fingerprint: keyFingerprint(publicKey), state: 'FIRST_SEEN' },
        };
        await new AuditTrail(manager).append([{ by, at: now, action: 'COUNTRY_KEY', records: [record] }]);
      }
    });
  }
}
