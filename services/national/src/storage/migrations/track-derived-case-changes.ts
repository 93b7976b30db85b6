import type { MigrationInterface, QueryRunner } from 'typeorm';

const markWritten = (rows: string): string => `
  INSERT INTO derived_case_versions (patient_code, written_by)
  SELECT patient_code, (pg_current_xact_id()::text)::bigint FROM ${rows} ORDER BY patient_code
      ON CONFLICT (patient_code) DO UPDATE SET written_by = excluded.written_by`;
const MARK_REMOVED = `
  UPDATE derived_case_versions SET patient_code = NULL, written_by = (pg_current_xact_id()::text)::bigint`;

/** When each row of the narrow table was last written: what tells a process with an earlier state of it which rows to read. */
export class TrackDerivedCaseChanges implements MigrationInterface {
  readonly name = 'TrackDerivedCaseChanges1795219200050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE derived_case_versions (
      case_number integer GENERATED ALWAYS AS IDENTITY NOT NULL,
      patient_code text,
      written_by bigint NOT NULL,
      CONSTRAINT derived_case_versions_pkey PRIMARY KEY (case_number),
      CONSTRAINT derived_case_versions_patient_code_key UNIQUE (patient_code)
    )`);
    await runner.query('CREATE INDEX derived_case_versions_written_by_idx ON derived_case_versions (written_by)');
    await runner.query(markWritten('derived_cases'));
    await trackRows(runner, 'insert', 'NEW', markWritten('written'));
    await trackRows(runner, 'update', 'NEW', markWritten('written'));
    await trackRows(runner, 'delete', 'OLD', `${MARK_REMOVED} WHERE patient_code IN (SELECT patient_code FROM written)`);
    await createFunction(runner, 'truncate', `${MARK_REMOVED} WHERE patient_code IS NOT NULL`);
    await createTrigger(runner, 'truncate', 'BEFORE TRUNCATE', '');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const event of ['insert', 'update', 'delete', 'truncate']) {
      await runner.query(`DROP TRIGGER derived_cases_${event} ON derived_cases`);
      await runner.query(`DROP FUNCTION track_derived_case_${event}()`);
    }
    await runner.query('DROP TABLE derived_case_versions');
  }
}

/** Runs a statement, which may speak of `written`, once for each statement that wrote rows of the narrow table. */
async function trackRows(runner: QueryRunner, event: string, rows: 'NEW' | 'OLD', statement: string): Promise<void> {
  await createFunction(runner, event, statement);
  await createTrigger(runner, event, `AFTER ${event.toUpperCase()}`, `REFERENCING ${rows} TABLE AS written`);
}

async function createFunction(runner: QueryRunner, event: string, statement: string): Promise<void> {
  await runner.query(`CREATE FUNCTION track_derived_case_${event}() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    BEGIN ${statement}; RETURN NULL; END $$`);
}

async function createTrigger(runner: QueryRunner, event: string, when: string, rows: string): Promise<void> {
  const name = `derived_cases_${event}`;
  await runner.query(
    `CREATE TRIGGER ${name} ${when} ON derived_cases ${rows} FOR EACH STATEMENT EXECUTE FUNCTION track_derived_case_${event}()`,
  );
  // also for rows that replication or a restore brings
  await runner.query(`ALTER TABLE derived_cases ENABLE ALWAYS TRIGGER ${name}`);
}
