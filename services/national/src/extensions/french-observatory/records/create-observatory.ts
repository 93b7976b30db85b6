import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Attempts at treatment-free remission, which go with their patients, and validation campaigns of the centres. */
export class CreateObservatory implements MigrationInterface {
  readonly name = 'CreateObservatory1795219200210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE observatory_attempts (
      patient_code text NOT NULL,
      attempt integer NOT NULL,
      criteria text NOT NULL,
      stopped_on date NOT NULL,
      restarted_on date,
      restart_reason text,
      restart_drug text,
      CONSTRAINT observatory_attempts_pkey PRIMARY KEY (patient_code, attempt),
      CONSTRAINT observatory_attempts_patient_code_fkey FOREIGN KEY (patient_code) REFERENCES patients ON DELETE CASCADE,
      CONSTRAINT observatory_attempts_attempt_check CHECK (attempt BETWEEN 1 AND 20),
      CONSTRAINT observatory_attempts_criteria_check CHECK (criteria IN ('ELN2020_OPTIMAL', 'ELN2020_MINIMAL', 'STUDY', 'OTHER')),
      CONSTRAINT observatory_attempts_restart_reason_check
        CHECK (restart_reason IN ('MOLECULAR_RELAPSE', 'WITHDRAWAL_SYNDROME', 'PATIENT_WISH', 'OTHER')),
      CONSTRAINT observatory_attempts_restart_drug_check
        CHECK (restart_drug IN ('IMATINIB', 'DASATINIB', 'NILOTINIB', 'BOSUTINIB', 'PONATINIB', 'ASCIMINIB', 'INTERFERON_ALFA',
                                'HYDROXYCARBAMIDE', 'CYTARABINE', 'BUSULFAN', 'ANAGRELIDE', 'ALLOGENEIC_TRANSPLANT', 'OTHER'))
    )`);
    await runner.query(`CREATE TABLE observatory_campaigns (
      center_code text NOT NULL,
      campaign text NOT NULL,
      started_on date NOT NULL,
      ended_on date,
      samples_sent integer,
      samples_validated integer,
      deviations integer,
      CONSTRAINT observatory_campaigns_pkey PRIMARY KEY (center_code, campaign),
      CONSTRAINT observatory_campaigns_center_code_fkey FOREIGN KEY (center_code) REFERENCES centers,
      CONSTRAINT observatory_campaigns_campaign_check CHECK (campaign ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
      CONSTRAINT observatory_campaigns_samples_sent_check CHECK (samples_sent BETWEEN 0 AND 100000),
      CONSTRAINT observatory_campaigns_samples_validated_check CHECK (samples_validated BETWEEN 0 AND 100000),
      CONSTRAINT observatory_campaigns_deviations_check CHECK (deviations BETWEEN 0 AND 100000)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE observatory_campaigns');
    await runner.query('DROP TABLE observatory_attempts');
  }
}
