import { type CalendarDate, columnName, type RecordTypes } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import { selectRows } from '../run-sql';
import { sql, text } from '../sql';
import { isInScope, isVisible, type ReadingScope } from './reading-scope';

export interface CenterQualityFigures {
  readonly centerCode: string;
  readonly patients: number;
  readonly openQueries: number;
  /** Of the fields a complete case has: how many there should be, and how many there are. */
  readonly expectedFields: number;
  readonly filledFields: number;
  readonly lastNotifiedOn?: CalendarDate;
}

/** Fields that may be empty and yet belong to a complete case (project convention); a decision only once a failure is notified. */
const expected = {
  patient: ['consentedOn', 'lastContactOn'],
  diagnosis: [
    'phase',
    'phPositive',
    'transcript',
    'spleenCm',
    'wbc',
    'hemoglobin',
    'platelets',
    'blastsPct',
    'basophilsPct',
    'eosinophilsPct',
    'karyotype',
  ],
  failure: ['decision'],
} as const satisfies { readonly [K in 'patient' | 'diagnosis' | 'failure']: readonly (keyof RecordTypes[K])[] };

const tables = { patient: 'patients', diagnosis: 'diagnoses', failure: 'failures' } as const;
const filled = text(
  (Object.keys(tables) as (keyof typeof tables)[])
    .flatMap((kind) => expected[kind].map((field) => `${tables[kind]}.${columnName(field)}`))
    .join(', '),
);
const FIELDS_OF_EVERY_CASE = expected.patient.length + expected.diagnosis.length;

/** The figures of every centre of the scope, in code order. */
export async function qualityByCenter(manager: EntityManager, scope: ReadingScope): Promise<readonly CenterQualityFigures[]> {
  const rows = await selectRows<CenterQualityFigures & { readonly lastNotifiedOn: CalendarDate | null }>(
    manager,
    sql`
      SELECT centers.center_code AS "centerCode", count(patients.patient_code)::integer AS patients,
             coalesce(sum(open_queries.n), 0)::integer AS "openQueries",
             (count(patients.patient_code) * ${FIELDS_OF_EVERY_CASE}::integer
               + count(failures.patient_code) * ${expected.failure.length}::integer)::integer AS "expectedFields",
             coalesce(sum(num_nonnulls(${filled})), 0)::integer AS "filledFields",
             max(failures.notified_on) AS "lastNotifiedOn"
        FROM centers
        LEFT JOIN patients ON patients.center_code = centers.center_code AND ${isVisible(scope)}
        LEFT JOIN diagnoses ON diagnoses.patient_code = patients.patient_code
        LEFT JOIN failures ON failures.patient_code = patients.patient_code
        LEFT JOIN (
          SELECT data_queries.patient_code, count(*) AS n FROM data_queries WHERE data_queries.state = 'OPEN'
           GROUP BY data_queries.patient_code
        ) AS open_queries ON open_queries.patient_code = patients.patient_code
       WHERE ${isInScope(scope, text('centers.center_code'))}
       GROUP BY centers.center_code ORDER BY centers.center_code`,
  );
  return rows.map(({ lastNotifiedOn, ...figures }) => ({ ...figures, ...(lastNotifiedOn !== null && { lastNotifiedOn }) }));
}
