import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What follows from the facts: one narrow row a patient, and the revision of the whole. */
export class CreateDerivedCases implements MigrationInterface {
  readonly name = 'CreateDerivedCases1795219200001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE derived_cases (
      patient_code text NOT NULL,
      derivation_version integer NOT NULL,
      sex text NOT NULL,
      record_status text NOT NULL,
      vital_status text NOT NULL,
      death_cause text,
      disease text,
      cml boolean NOT NULL,
      phase_at_diagnosis text,
      transcript text,
      eligible boolean NOT NULL,
      ineligible_rules text[] NOT NULL,
      ineligible_messages text[] NOT NULL,
      diagnosed_on date,
      imatinib_started_on date,
      failed_on date,
      notified_on date,
      last_contact_on date,
      died_on date,
      progressed_after_diagnosis_on date,
      progressed_after_imatinib_on date,
      progressed_after_failure_on date,
      complete_cytogenetic_response_after_diagnosis_on date,
      complete_cytogenetic_response_after_imatinib_on date,
      complete_cytogenetic_response_after_failure_on date,
      major_molecular_response_after_diagnosis_on date,
      major_molecular_response_after_imatinib_on date,
      major_molecular_response_after_failure_on date,
      age_at_diagnosis integer,
      age_at_imatinib_start integer,
      age_at_failure integer,
      imatinib_line text,
      ever_in_prospective_study boolean,
      imatinib_dose_at_failure double precision,
      reported_subcategory text,
      reported_category text,
      derived_subcategory text,
      decision text,
      phase_at_failure text,
      bcr_abl1_at_failure double precision,
      sokal double precision,
      sokal_group text,
      hasford double precision,
      hasford_group text,
      eutos double precision,
      eutos_group text,
      elts double precision,
      elts_group text,
      spleen_at_diagnosis double precision,
      wbc_at_diagnosis double precision,
      hemoglobin_at_diagnosis double precision,
      platelets_at_diagnosis double precision,
      blasts_at_diagnosis double precision,
      basophils_at_diagnosis double precision,
      eosinophils_at_diagnosis double precision,
      mutations text[] NOT NULL,
      adverse_events text[] NOT NULL,
      milestone_classes text[] NOT NULL,
      best_response text,
      CONSTRAINT derived_cases_pkey PRIMARY KEY (patient_code),
      CONSTRAINT derived_cases_patient_code_fkey FOREIGN KEY (patient_code) REFERENCES patients(patient_code)
    )`);
    await runner.query(`CREATE TABLE registry_state (
      id smallint NOT NULL,
      revision integer NOT NULL DEFAULT 0,
      CONSTRAINT registry_state_pkey PRIMARY KEY (id),
      CONSTRAINT registry_state_single_row_check CHECK (id = 1)
    )`);
    await runner.query(`INSERT INTO registry_state (id) VALUES (1)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE registry_state');
    await runner.query('DROP TABLE derived_cases');
  }
}
