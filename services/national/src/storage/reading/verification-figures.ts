import type { EntityManager } from 'typeorm';
import { selectRows } from '../run-sql';
import { sql } from '../sql';
import { isVisible, type ReadingScope } from './reading-scope';

/** Laboratory records, and how many of them are verified as they stand. */
export interface VerifiedShare {
  readonly records: number;
  readonly verified: number;
}

/** By centre; a centre without patients is not in it. */
export async function verifiedShares(manager: EntityManager, scope: ReadingScope): Promise<Map<string, VerifiedShare>> {
  const rows = await selectRows<VerifiedShare & { readonly center: string }>(
    manager,
    sql`
      SELECT patients.center_code AS center,
             sum(coalesce(assessed.n, 0) + coalesce(mutated.n, 0))::integer AS records,
             sum(coalesce(verified.n, 0))::integer AS verified
        FROM patients
        LEFT JOIN (SELECT assessments.patient_code, count(*) AS n FROM assessments GROUP BY assessments.patient_code) AS assessed
          ON assessed.patient_code = patients.patient_code
        LEFT JOIN (SELECT mutations.patient_code, count(*) AS n FROM mutations GROUP BY mutations.patient_code) AS mutated
          ON mutated.patient_code = patients.patient_code
        LEFT JOIN (SELECT verifications.patient_code, count(*) AS n FROM verifications GROUP BY verifications.patient_code) AS verified
          ON verified.patient_code = patients.patient_code
       WHERE ${isVisible(scope)}
       GROUP BY patients.center_code`,
  );
  return new Map(rows.map(({ center, records, verified }) => [center, { records, verified }]));
}
