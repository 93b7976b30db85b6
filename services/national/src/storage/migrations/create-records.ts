import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The facts as documented: one table a file of the bundle, with its natural key. */
export class CreateRecords implements MigrationInterface {
  readonly name = 'CreateRecords1795219200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`CREATE TABLE centers (
      center_code text NOT NULL,
      name text NOT NULL,
      city text,
      opened_on date,
      CONSTRAINT centers_pkey PRIMARY KEY (center_code),
      CONSTRAINT centers_center_code_check CHECK (center_code ~ '^[A-Z]{2}-\d{3}$')
    )`);
    await runner.query(String.raw`CREATE TABLE patients (
      patient_code text NOT NULL,
      center_code text NOT NULL,
      sex text NOT NULL,
      birth_month text NOT NULL,
      consented_on date,
      consent_withdrawn_on date,
      vital_status text NOT NULL,
      last_contact_on date,
      died_on date,
      death_cause text,
      record_status text NOT NULL DEFAULT 'NOTIFIED',
      version integer NOT NULL DEFAULT 1,
      ehds_opt_out boolean NOT NULL DEFAULT false,
      CONSTRAINT patients_pkey PRIMARY KEY (patient_code),
      CONSTRAINT patients_center_code_fkey FOREIGN KEY (center_code) REFERENCES centers(center_code),
      CONSTRAINT patients_center_check CHECK (patient_code LIKE center_code || '-%'),
      CONSTRAINT patients_death_check CHECK ((died_on IS NOT NULL) = (vital_status = 'DEAD')),
      CONSTRAINT patients_record_status_check CHECK (record_status IN ('NOTIFIED', 'IN_REVIEW', 'VALIDATED', 'LOCKED')),
      CONSTRAINT patients_patient_code_check CHECK (patient_code ~ '^[A-Z]{2}-\d{3}-\d{4,}$'),
      CONSTRAINT patients_sex_check CHECK (sex IN ('F', 'M', 'OTHER', 'UNKNOWN')),
      CONSTRAINT patients_birth_month_check CHECK (birth_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
      CONSTRAINT patients_vital_status_check CHECK (vital_status IN ('ALIVE', 'DEAD', 'LOST')),
      CONSTRAINT patients_death_cause_check CHECK (death_cause IN ('CML', 'TRANSPLANT', 'OTHER', 'UNKNOWN'))
    )`);
    await runner.query(`CREATE INDEX patients_center_code_index ON patients (center_code)`);
    await runner.query(String.raw`CREATE TABLE diagnoses (
      patient_code text NOT NULL,
      disease text NOT NULL,
      diagnosed_on date NOT NULL,
      phase text,
      ph_positive boolean,
      transcript text,
      spleen_cm double precision,
      wbc double precision,
      hemoglobin double precision,
      platelets double precision,
      blasts_pct double precision,
      basophils_pct double precision,
      eosinophils_pct double precision,
      karyotype text,
      CONSTRAINT diagnoses_pkey PRIMARY KEY (patient_code),
      CONSTRAINT diagnoses_patient_code_fkey FOREIGN KEY (patient_code) REFERENCES patients(patient_code),
      CONSTRAINT diagnoses_disease_check CHECK (disease ~ '^\d{4}/[0-9]$'),
      CONSTRAINT diagnoses_phase_check CHECK (phase IN ('CHRONIC', 'ACCELERATED', 'BLAST')),
      CONSTRAINT diagnoses_transcript_check CHECK (transcript ~ '^[A-Za-z0-9+]{1,20}$'),
      CONSTRAINT diagnoses_spleen_cm_check CHECK (spleen_cm BETWEEN 0 AND 40),
      CONSTRAINT diagnoses_wbc_check CHECK (wbc BETWEEN 0 AND 1500),
      CONSTRAINT diagnoses_hemoglobin_check CHECK (hemoglobin BETWEEN 20 AND 250),
      CONSTRAINT diagnoses_platelets_check CHECK (platelets BETWEEN 0.1 AND 10000),
      CONSTRAINT diagnoses_blasts_pct_check CHECK (blasts_pct BETWEEN 0 AND 100),
      CONSTRAINT diagnoses_basophils_pct_check CHECK (basophils_pct BETWEEN 0 AND 100),
      CONSTRAINT diagnoses_eosinophils_pct_check CHECK (eosinophils_pct BETWEEN 0 AND 100)
    )`);
    await runner.query(`CREATE TABLE treatments (
      patient_code text NOT NULL,
      line integer NOT NULL,
      drug text NOT NULL,
      started_on date NOT NULL,
      stopped_on date,
      stop_reason text,
      prospective_study text,
      best_response text,
      CONSTRAINT treatments_pkey PRIMARY KEY (patient_code, line),
      CONSTRAINT treatments_patient_code_fkey FOREIGN KEY (patient_code) REFERENCES patients(patient_code),
      CONSTRAINT treatments_period_check CHECK (stopped_on >= started_on),
      CONSTRAINT treatments_line_check CHECK (line BETWEEN 1 AND 99),
      CONSTRAINT treatments_drug_check CHECK (drug IN (
        'IMATINIB', 'DASATINIB', 'NILOTINIB', 'BOSUTINIB', 'PONATINIB', 'ASCIMINIB', 'INTERFERON_ALFA',
        'HYDROXYCARBAMIDE', 'CYTARABINE', 'BUSULFAN', 'ANAGRELIDE', 'ALLOGENEIC_TRANSPLANT', 'OTHER'
      )),
      CONSTRAINT treatments_stop_reason_check CHECK (stop_reason IN (
        'RESISTANCE', 'INTOLERANCE', 'TREATMENT_FREE_REMISSION', 'TRANSPLANT', 'PREGNANCY', 'PATIENT_WISH', 'DEATH',
        'OTHER'
      )),
      CONSTRAINT treatments_best_response_check CHECK (best_response IN ('CR', 'PR', 'SD', 'PD', 'NE'))
    )`);
    await runner.query(`CREATE TABLE doses (
      patient_code text NOT NULL,
      line integer NOT NULL,
      from_on date NOT NULL,
      mg_per_day double precision NOT NULL,
      CONSTRAINT doses_pkey PRIMARY KEY (patient_code, line, from_on),
      CONSTRAINT doses_patient_code_line_fkey FOREIGN KEY (patient_code, line) REFERENCES treatments(patient_code,line),
      CONSTRAINT doses_line_check CHECK (line BETWEEN 1 AND 99),
      CONSTRAINT doses_mg_per_day_check CHECK (mg_per_day BETWEEN 1 AND 5000)
    )`);
    await runner.query(`CREATE TABLE assessments (
      patient_code text NOT NULL,
      assessed_on date NOT NULL,
      phase text,
      complete_hematologic_response boolean,
      wbc double precision,
      platelets double precision,
      blasts_pct double precision,
      metaphases_examined integer,
      metaphases_ph_positive integer,
      bcr_abl1_is_pct double precision,
      abl1_copies integer,
      CONSTRAINT assessments_pkey PRIMARY KEY (patient_code, assessed_on),
      CONSTRAINT assessments_patient_code_fkey FOREIGN KEY (patient_code) REFERENCES patients(patient_code),
      CONSTRAINT assessments_metaphases_check CHECK (metaphases_ph_positive <= metaphases_examined),
      CONSTRAINT assessments_phase_check CHECK (phase IN ('CHRONIC', 'ACCELERATED', 'BLAST')),
      CONSTRAINT assessments_wbc_check CHECK (wbc BETWEEN 0 AND 1500),
      CONSTRAINT assessments_platelets_check CHECK (platelets BETWEEN 0.1 AND 10000),
      CONSTRAINT assessments_blasts_pct_check CHECK (blasts_pct BETWEEN 0 AND 100),
      CONSTRAINT assessments_metaphases_examined_check CHECK (metaphases_examined BETWEEN 1 AND 200),
      CONSTRAINT assessments_metaphases_ph_positive_check CHECK (metaphases_ph_positive BETWEEN 0 AND 200),
      CONSTRAINT assessments_bcr_abl1_is_pct_check CHECK (bcr_abl1_is_pct BETWEEN 0 AND 1000),
      CONSTRAINT assessments_abl1_copies_check CHECK (abl1_copies BETWEEN 0 AND 10000000)
    )`);
    await runner.query(`CREATE TABLE mutations (
      patient_code text NOT NULL,
      sampled_on date NOT NULL,
      variant text NOT NULL,
      vaf_pct double precision,
      method text,
      CONSTRAINT mutations_pkey PRIMARY KEY (patient_code, sampled_on, variant),
      CONSTRAINT mutations_patient_code_fkey FOREIGN KEY (patient_code) REFERENCES patients(patient_code),
      CONSTRAINT mutations_vaf_pct_check CHECK (vaf_pct BETWEEN 0 AND 100),
      CONSTRAINT mutations_method_check CHECK (method IN ('SANGER', 'NGS', 'ASO_PCR', 'OTHER'))
    )`);
    await runner.query(`CREATE TABLE adverse_events (
      patient_code text NOT NULL,
      term text NOT NULL,
      onset_on date NOT NULL,
      grade integer NOT NULL,
      resolved_on date,
      drug text,
      action text,
      CONSTRAINT adverse_events_pkey PRIMARY KEY (patient_code, term, onset_on),
      CONSTRAINT adverse_events_patient_code_fkey FOREIGN KEY (patient_code) REFERENCES patients(patient_code),
      CONSTRAINT adverse_events_grade_check CHECK (grade BETWEEN 1 AND 5),
      CONSTRAINT adverse_events_drug_check CHECK (drug IN (
        'IMATINIB', 'DASATINIB', 'NILOTINIB', 'BOSUTINIB', 'PONATINIB', 'ASCIMINIB', 'INTERFERON_ALFA',
        'HYDROXYCARBAMIDE', 'CYTARABINE', 'BUSULFAN', 'ANAGRELIDE', 'ALLOGENEIC_TRANSPLANT', 'OTHER'
      )),
      CONSTRAINT adverse_events_action_check CHECK (action IN ('NONE', 'REDUCED', 'INTERRUPTED', 'DISCONTINUED'))
    )`);
    await runner.query(`CREATE TABLE failures (
      patient_code text NOT NULL,
      notified_on date NOT NULL,
      failed_on date NOT NULL,
      reported_subcategory text NOT NULL,
      decision text,
      CONSTRAINT failures_pkey PRIMARY KEY (patient_code),
      CONSTRAINT failures_patient_code_fkey FOREIGN KEY (patient_code) REFERENCES patients(patient_code),
      CONSTRAINT failures_notification_check CHECK (notified_on >= failed_on),
      CONSTRAINT failures_reported_subcategory_check CHECK (reported_subcategory IN (
        'NO_COMPLETE_HEMATOLOGIC_RESPONSE', 'NO_CYTOGENETIC_RESPONSE', 'NO_MAJOR_CYTOGENETIC_RESPONSE',
        'HEMATOLOGIC_RELAPSE', 'CYTOGENETIC_RELAPSE_OR_PROGRESSION', 'PROGRESSION_TO_ADVANCED_PHASE', 'TOXICITY',
        'TOXICITY_WITH_UNSATISFACTORY_RESPONSE', 'NO_COMPLETE_CYTOGENETIC_RESPONSE', 'NO_MOLECULAR_RESPONSE',
        'RESISTANCE_MUTATION_OR_CLONAL_EVOLUTION', 'LOSS_OF_MAJOR_MOLECULAR_RESPONSE'
      )),
      CONSTRAINT failures_decision_check CHECK (decision IN (
        'DASATINIB', 'NILOTINIB', 'BOSUTINIB', 'PONATINIB', 'ASCIMINIB', 'IMATINIB_DOSE_INCREASE',
        'ALLOGENEIC_TRANSPLANT', 'HYDROXYCARBAMIDE', 'INTERFERON', 'CHEMOTHERAPY', 'TRIAL_DRUG', 'OTHER', 'NONE'
      ))
    )`);
    await runner.query(`CREATE INDEX failures_reported_subcategory_index ON failures (reported_subcategory)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE failures');
    await runner.query('DROP TABLE adverse_events');
    await runner.query('DROP TABLE mutations');
    await runner.query('DROP TABLE assessments');
    await runner.query('DROP TABLE doses');
    await runner.query('DROP TABLE treatments');
    await runner.query('DROP TABLE diagnoses');
    await runner.query('DROP TABLE patients');
    await runner.query('DROP TABLE centers');
  }
}
