import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The narrow table as it was at moments that somebody wants to cite, and what was answered from it. */
export class CreateFreezes implements MigrationInterface {
  readonly name = 'CreateFreezes1795219209000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE freezes (
      label text NOT NULL,
      taken_at timestamptz NOT NULL,
      taken_by text NOT NULL,
      revision integer NOT NULL,
      derivation_version integer NOT NULL,
      cases integer NOT NULL,
      withdrawals integer NOT NULL DEFAULT 0,
      objections integer NOT NULL DEFAULT 0,
      CONSTRAINT freezes_pkey PRIMARY KEY (label)
    )`);
    // no reference to the patients: who is removed as entered in error stays in what was frozen
    await runner.query(`CREATE TABLE frozen_cases (
      LIKE derived_cases INCLUDING DEFAULTS,
      freeze_label text NOT NULL,
      case_number integer NOT NULL,
      CONSTRAINT frozen_cases_pkey PRIMARY KEY (freeze_label, patient_code),
      CONSTRAINT frozen_cases_freeze_label_fkey FOREIGN KEY (freeze_label) REFERENCES freezes(label)
    )`);
    // PostgreSQL 18 copies the names of what is not null as well
    await runner.query(`DO $$ DECLARE copied name; BEGIN
      FOR copied IN SELECT conname FROM pg_constraint WHERE conrelid = 'frozen_cases'::regclass AND starts_with(conname, 'derived_cases_') LOOP
        EXECUTE format('ALTER TABLE frozen_cases RENAME CONSTRAINT %I TO %I', copied, replace(copied, 'derived_cases_', 'frozen_cases_'));
      END LOOP;
    END $$`);
    await runner.query('CREATE INDEX frozen_cases_patient_code_index ON frozen_cases (patient_code)');
    await runner.query(`CREATE TABLE freeze_answers (
      freeze_label text NOT NULL,
      digest text NOT NULL,
      losses integer NOT NULL,
      counts bytea NOT NULL,
      CONSTRAINT freeze_answers_pkey PRIMARY KEY (freeze_label, digest, losses),
      CONSTRAINT freeze_answers_freeze_label_fkey FOREIGN KEY (freeze_label) REFERENCES freezes(label)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE freeze_answers');
    await runner.query('DROP TABLE frozen_cases');
    await runner.query('DROP TABLE freezes');
  }
}
