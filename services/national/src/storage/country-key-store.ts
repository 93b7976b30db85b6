import type { EntityManager } from 'typeorm';
import { CountryKeyEntity } from './entities';
import { recordColumns, withoutNulls } from './record-tables';
import { selectRows } from './run-sql';
import { type Sql, sql, text } from './sql';
import { tableShape } from './table-shape';

/** What this registry knows of another country's masking key. */
export interface StoredCountryKey {
  readonly country: string;
  /** The key in use; absent while none is trusted. */
  readonly publicKey?: string;
  readonly firstSeenAt?: Date;
  readonly confirmedAt?: Date;
  readonly confirmedBy?: string;
  /** The latest other key that the hub named for the country. */
  readonly offeredKey?: string;
  readonly offeredAt?: Date;
}

/** Other countries' masking keys. */
export class CountryKeyStore {
  constructor(private readonly manager: EntityManager) {}

  /** Of all countries, in code order. */
  all(): Promise<readonly StoredCountryKey[]> {
    return this.select(sql`TRUE`);
  }

  /** Of one country, held still until the transaction ends. */
  async lock(country: string): Promise<StoredCountryKey | undefined> {
    const [found] = await this.select(sql`country_keys.country = ${country}`, sql`FOR UPDATE`);
    return found;
  }

  /** The keys in use, by country. */
  async inUse(countries: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await selectRows<{ country: string; publicKey: string }>(
      this.manager,
      sql`
        SELECT country_keys.country, country_keys.public_key AS "publicKey" FROM country_keys
         WHERE country_keys.country = ANY(${countries}::text[]) AND country_keys.public_key IS NOT NULL`,
    );
    return new Map(rows.map(({ country, publicKey }) => [country, publicKey]));
  }

  /** Takes the first key that is seen of a country into use. @returns false when something is known of the country already */
  async pin(country: string, publicKey: string, at: Date): Promise<boolean> {
    const added = await selectRows(
      this.manager,
      sql`
        INSERT INTO country_keys (country, public_key, first_seen_at) VALUES (${country}, ${publicKey}, ${at}::timestamptz)
        ON CONFLICT (country) DO NOTHING RETURNING country`,
    );
    return added.length > 0;
  }

  /** Notes a key that is not the one in use, if it is not noted already. */
  async offer(country: string, publicKey: string, at: Date): Promise<void> {
    await selectRows(
      this.manager,
      sql`
        INSERT INTO country_keys AS stored (country, offered_key, offered_at) VALUES (${country}, ${publicKey}, ${at}::timestamptz)
        ON CONFLICT (country) DO UPDATE SET offered_key = excluded.offered_key, offered_at = excluded.offered_at
        WHERE stored.offered_key IS DISTINCT FROM excluded.offered_key AND stored.public_key IS DISTINCT FROM excluded.offered_key
        RETURNING stored.country`,
    );
  }

  /** Replaces what is known of a country. */
  async replace({ country, publicKey, firstSeenAt, confirmedAt, confirmedBy, offeredKey, offeredAt }: StoredCountryKey): Promise<void> {
    await selectRows(
      this.manager,
      sql`
        UPDATE country_keys
           SET public_key = ${publicKey ?? null}::text, first_seen_at = ${firstSeenAt ?? null}::timestamptz,
               confirmed_at = ${confirmedAt ?? null}::timestamptz, confirmed_by = ${confirmedBy ?? null}::text,
               offered_key = ${offeredKey ?? null}::text, offered_at = ${offeredAt ?? null}::timestamptz
         WHERE country_keys.country = ${country}`,
    );
  }

  private async select(where: Sql, lock: Sql = text('')): Promise<readonly StoredCountryKey[]> {
    const columns = recordColumns(tableShape(this.manager.connection, CountryKeyEntity));
    const rows = await selectRows<object>(
      this.manager,
      sql`SELECT ${columns} FROM country_keys WHERE ${where} ORDER BY country_keys.country ${lock}`,
    );
    return rows.map((row) => withoutNulls(row) as StoredCountryKey);
  }
}
