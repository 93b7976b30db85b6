import { badUserInput, HubError } from '@registry-hub/shared/errors';
import type { Caller } from '@registry-hub/shared/identity';
import { keyFingerprint } from '@registry-hub/shared/masking';
import type { DataSource } from 'typeorm';
import { AuditTrail, type FieldValues } from '../audit';
import { CountryKeyStore, type RegistryWriter, type StoredCountryKey } from '../storage';

/** CONFIRMED and FIRST_SEEN are in use; REFUSED waits for somebody to confirm it. */
export const countryKeyStates = ['CONFIRMED', 'FIRST_SEEN', 'REFUSED'] as const;
export type CountryKeyState = (typeof countryKeyStates)[number];

/** A masking key of another country. */
export interface CountryKey {
  readonly country: string;
  readonly fingerprint: string;
  readonly state: CountryKeyState;
  readonly firstSeenAt: Date;
  readonly confirmedAt?: Date;
  /** The person's subject. */
  readonly confirmedBy?: string;
}

export interface CountryKeyDeskOptions {
  readonly dataSource: DataSource;
  readonly writer: RegistryWriter;
  readonly caller: Caller;
  readonly clock: () => Date;
}

/** Where a coordinator sees other countries' masking keys, and confirms those whose fingerprints the other country read out. */
export class CountryKeyDesk {
  constructor(private readonly options: CountryKeyDeskOptions) {}

  /** In code order; of one country, the key in use comes before one that is refused. */
  async list(): Promise<readonly CountryKey[]> {
    return (await new CountryKeyStore(this.options.dataSource.manager).all()).flatMap(keysOf);
  }

  /**
   * Takes the key with this fingerprint into use, or marks the one in use as compared.
   *
   * @param fingerprint hexadecimal, in whatever groups and case
   * @throws HubError NOT_FOUND when no key of the country was seen; BAD_USER_INPUT when none has this fingerprint
   */
  async confirm(country: string, fingerprint: string): Promise<CountryKey> {
    const { writer, caller, clock } = this.options;
    const at = clock();
    return writer.write(async (manager) => {
      const store = new CountryKeyStore(manager);
      const before = await store.lock(country);
      if (!before) throw new HubError('NOT_FOUND');
      const confirmed = confirmedKey(before, fingerprint, { at, by: caller.subject });
      await store.replace(confirmed);
      const change = { kind: 'countryKey' as const, key: [country], before: inUse(before), after: inUse(confirmed) };
      await new AuditTrail(manager).append([{ by: caller, at, action: 'COUNTRY_KEY', records: [change] }]);
      const [key] = keysOf(confirmed);
      if (!key) throw new Error('a confirmed key is in use');
      return key;
    });
  }
}

function confirmedKey(
  stored: StoredCountryKey,
  fingerprint: string,
  { at: confirmedAt, by: confirmedBy }: { readonly at: Date; readonly by: string },
): StoredCountryKey {
  const { country, publicKey, offeredKey, offeredAt } = stored;
  const wanted = plain(fingerprint);
  const isOf = (key: string | undefined): key is string => key !== undefined && plain(keyFingerprint(key)) === wanted;
  if (isOf(publicKey)) return { ...stored, confirmedAt, confirmedBy };
  if (isOf(offeredKey) && offeredAt) return { country, publicKey: offeredKey, firstSeenAt: offeredAt, confirmedAt, confirmedBy };
  throw badUserInput({ field: 'fingerprint', message: `expected that of a key of ${country}, as registry.countryKeys shows them.` });
}

function plain(fingerprint: string): string {
  return fingerprint.replace(/[\s:-]/g, '').toLowerCase();
}

function keysOf({
  country,
  publicKey,
  firstSeenAt,
  confirmedAt,
  confirmedBy,
  offeredKey,
  offeredAt,
}: StoredCountryKey): readonly CountryKey[] {
  const keys: CountryKey[] = [];
  if (publicKey !== undefined && firstSeenAt) {
    const confirmation = confirmedAt && confirmedBy !== undefined ? { confirmedAt, confirmedBy } : {};
    keys.push({
      country,
      fingerprint: keyFingerprint(publicKey),
      state: confirmedAt ? 'CONFIRMED' : 'FIRST_SEEN',
      firstSeenAt,
      ...confirmation,
    });
  }
  if (offeredKey !== undefined && offeredAt) {
    keys.push({ country, fingerprint: keyFingerprint(offeredKey), state: 'REFUSED', firstSeenAt: offeredAt });
  }
  return keys;
}

/** What the audit trail says of the key in use. */
function inUse(stored: StoredCountryKey): FieldValues {
  const [key] = keysOf(stored).filter(({ state }) => state !== 'REFUSED');
  return key ? { fingerprint: key.fingerprint, state: key.state } : {};
}
