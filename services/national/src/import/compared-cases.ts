import { comparableCase } from '@registry-hub/shared/clinical';
import type { CaseFacts } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import { copyRows, type Neighbour, neighboursOf, type PatientKey, selectRows, sql, withoutNulls } from '../storage';

const columns = ['patientCode', 'centerCode', 'sex', 'birthMonth', 'diagnosedOn', 'imatinibStartedOn'];
const names = ['patient_code', 'center_code', 'sex', 'birth_month', 'diagnosed_on', 'imatinib_started_on'];
const table = {
  name: 'compared_cases',
  columns: columns.map((property, index) => ({ property, name: names[index] ?? '', type: 'text', isArray: false })),
};

/**
 * The cases of a bundle that were looked at already, for the search for patients registered twice among those that come later. A
 * bundle that is refused half way is looked at to its end all the same: what is stored can't serve.
 */
export class ComparedCases {
  private constructor(private readonly manager: EntityManager) {}

  static async open(manager: EntityManager): Promise<ComparedCases> {
    await selectRows(
      manager,
      sql`
        CREATE TEMPORARY TABLE compared_cases (
          patient_code text NOT NULL, center_code text NOT NULL, sex text NOT NULL, birth_month text NOT NULL,
          diagnosed_on date, imatinib_started_on date
        ) ON COMMIT DROP`,
    );
    await selectRows(manager, sql`CREATE INDEX ON compared_cases (center_code, sex, birth_month)`);
    return new ComparedCases(manager);
  }

  async add(cases: readonly CaseFacts[]): Promise<void> {
    await copyRows(this.manager, table, cases.map(comparableCase));
  }

  /** Of the cases so far, and of the registry's patients whom the bundle does not mention, those like one of these. */
  async neighboursOf(patients: readonly PatientKey[]): Promise<readonly Neighbour[]> {
    const unmentioned = sql`NOT EXISTS (SELECT FROM staged_patients WHERE staged_patients.patient_code = patients.patient_code)`;
    const stored = await neighboursOf(this.manager, patients, unmentioned);
    const centers = patients.map(({ centerCode }) => centerCode);
    const sexes = patients.map(({ sex }) => sex);
    const birthMonths = patients.map(({ birthMonth }) => birthMonth);
    const compared = await selectRows<{ [F in keyof Neighbour]-?: Neighbour[F] | null }>(
      this.manager,
      sql`
        SELECT compared_cases.patient_code AS "patientCode", compared_cases.center_code AS "centerCode", compared_cases.sex,
               compared_cases.birth_month AS "birthMonth", compared_cases.diagnosed_on AS "diagnosedOn",
               compared_cases.imatinib_started_on AS "imatinibStartedOn"
          FROM compared_cases
         WHERE (compared_cases.center_code, compared_cases.sex, compared_cases.birth_month)
               IN (SELECT * FROM unnest(${centers}::text[], ${sexes}::text[], ${birthMonths}::text[]))`,
    );
    return [...stored, ...compared.map((row) => withoutNulls(row) as Neighbour)];
  }
}
