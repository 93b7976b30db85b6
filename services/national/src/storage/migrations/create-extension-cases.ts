import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What extensions derive, beside the narrow table and followed with it; and which of them are on. A row goes with its patient, whether
 * or not the extension is there then.
 */
export class CreateExtensionCases implements MigrationInterface {
  readonly name = 'CreateExtensionCases1795219200200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE extension_switches (
      extension text NOT NULL,
      is_on boolean NOT NULL,
      CONSTRAINT extension_switches_pkey PRIMARY KEY (extension)
    )`);
    await runner.query(`CREATE TABLE extension_cases (
      patient_code text NOT NULL,
      extension text NOT NULL,
      derivation_version integer NOT NULL,
      declared jsonb NOT NULL,
      CONSTRAINT extension_cases_pkey PRIMARY KEY (patient_code, extension),
      CONSTRAINT extension_cases_patient_code_fkey FOREIGN KEY (patient_code) REFERENCES patients ON DELETE CASCADE
    )`);
    await runner.query(`CREATE FUNCTION track_extension_case() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      BEGIN
        INSERT INTO derived_case_versions (patient_code, written_by)
        SELECT DISTINCT patient_code, (pg_current_xact_id()::text)::bigint FROM written ORDER BY patient_code
            ON CONFLICT (patient_code) DO UPDATE SET written_by = excluded.written_by
         WHERE derived_case_versions.written_by <> excluded.written_by;
        RETURN NULL;
      END $$`);
    for (const event of ['insert', 'update']) {
      const name = `extension_cases_${event}`;
      await runner.query(`CREATE TRIGGER ${name} AFTER ${event.toUpperCase()} ON extension_cases REFERENCING NEW TABLE AS written
        FOR EACH STATEMENT EXECUTE FUNCTION track_extension_case()`);
      // also for rows that replication or a restore brings
      await runner.query(`ALTER TABLE extension_cases ENABLE ALWAYS TRIGGER ${name}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE extension_cases');
    await runner.query('DROP FUNCTION track_extension_case()');
    await runner.query('DROP TABLE extension_switches');
  }
}
