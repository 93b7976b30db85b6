import { withClient } from './central-postgres';
import { madeUpColumns } from './made-up-rows';
import type { RowFile } from './write-rows';

/** The database of a country on the bench's server, with the superuser's rights. */
export function nationalUrl(adminUrl: string, country: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/registry_${country.toLowerCase()}`;
  return url.href;
}

/** Replaces the rows of each country's narrow table, as an import would: the revision is raised with them. */
export async function fillNational(adminUrl: string, files: readonly RowFile[]): Promise<void> {
  for (const { country, path } of files) {
    await withClient(nationalUrl(adminUrl, country), async (client) => {
      // made-up rows have no patients behind them, which a foreign key would ask for
      await client.query('SET session_replication_role = replica');
      await client.query('BEGIN');
      await client.query('DELETE FROM derived_cases');
      await client.query(`COPY derived_cases (${Object.keys(madeUpColumns).join(', ')}) FROM '${path}' (FORMAT csv)`);
      await client.query('UPDATE registry_state SET revision = revision + 1');
      await client.query('COMMIT');
      await client.query('VACUUM (ANALYZE) derived_cases, derived_case_versions');
    });
  }
}

/** A change of two patients in each country that raises its revision; every second one takes the one before back. */
export async function changeNational(adminUrl: string, countries: readonly string[], back: boolean): Promise<void> {
  const sign = back ? -1 : 1;
  await Promise.all(
    countries.map((country) =>
      withClient(nationalUrl(adminUrl, country), async (client) => {
        await client.query('BEGIN');
        await client.query(`
          UPDATE derived_cases SET age_at_diagnosis = age_at_diagnosis + ${sign}, last_contact_on = last_contact_on + ${sign}
           WHERE patient_code IN ('${country}-001-0000001', '${country}-001-0000002')`);
        await client.query('UPDATE registry_state SET revision = revision + 1');
        await client.query('COMMIT');
      }),
    ),
  );
}
