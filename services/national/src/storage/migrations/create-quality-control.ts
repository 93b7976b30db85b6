import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Verified records, visits to centres, and how complete each case is. */
export class CreateQualityControl implements MigrationInterface {
  readonly name = 'CreateQualityControl1795219200040';

  async up(runner: QueryRunner): Promise<void> {
    await createVerifications(runner);
    await runner.query(`CREATE TABLE monitoring_visits (
      center_code text NOT NULL,
      visited_on date NOT NULL,
      patients_checked integer NOT NULL,
      records_checked integer NOT NULL,
      records_verified integer NOT NULL,
      remarks text,
      recorded_by text NOT NULL,
      recorded_at timestamptz NOT NULL,
      CONSTRAINT monitoring_visits_pkey PRIMARY KEY (center_code, visited_on),
      CONSTRAINT monitoring_visits_center_code_fkey FOREIGN KEY (center_code) REFERENCES centers(center_code),
      CONSTRAINT monitoring_visits_counts_check CHECK (patients_checked >= 0 AND records_verified BETWEEN 0 AND records_checked)
    )`);
    await runner.query(`CREATE TABLE case_completeness (
      patient_code text NOT NULL,
      demography_expected integer NOT NULL,
      demography_filled integer NOT NULL,
      consent_expected integer NOT NULL,
      consent_filled integer NOT NULL,
      diagnosis_expected integer NOT NULL,
      diagnosis_filled integer NOT NULL,
      baseline_laboratory_expected integer NOT NULL,
      baseline_laboratory_filled integer NOT NULL,
      treatment_expected integer NOT NULL,
      treatment_filled integer NOT NULL,
      response_monitoring_expected integer NOT NULL,
      response_monitoring_filled integer NOT NULL,
      failure_expected integer NOT NULL,
      failure_filled integer NOT NULL,
      follow_up_expected integer NOT NULL,
      follow_up_filled integer NOT NULL,
      CONSTRAINT case_completeness_pkey PRIMARY KEY (patient_code),
      CONSTRAINT case_completeness_patient_code_fkey FOREIGN KEY (patient_code) REFERENCES derived_cases(patient_code) ON DELETE CASCADE
    )`);
    // how far the registry's news reach, and whose last contact is too long ago for them
    await runner.query('CREATE INDEX derived_cases_notified_on_index ON derived_cases (notified_on)');
    await runner.query('CREATE INDEX derived_cases_last_contact_on_index ON derived_cases (last_contact_on)');
    await runner.query('CREATE INDEX derived_cases_derivation_version_index ON derived_cases (derivation_version, patient_code)');
    // cases that are stored already have no row yet: they are to be derived anew
    await runner.query('UPDATE derived_cases SET derivation_version = 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX derived_cases_derivation_version_index');
    await runner.query('DROP INDEX derived_cases_last_contact_on_index');
    await runner.query('DROP INDEX derived_cases_notified_on_index');
    await runner.query('DROP TABLE case_completeness');
    await runner.query('DROP TABLE monitoring_visits');
    for (const table of Object.keys(verified)) {
      await runner.query(`DROP TRIGGER ${table}_changed ON ${table}`);
      await runner.query(`DROP TRIGGER ${table}_removed ON ${table}`);
    }
    await runner.query('DROP FUNCTION void_verification');
    await runner.query('DROP TABLE verifications');
  }
}

/** By table: the kind of record in it, then the columns of its natural key. */
const verified = {
  assessments: ['assessment', 'patient_code', 'assessed_on'],
  mutations: ['mutation', 'patient_code', 'sampled_on', 'variant'],
};

/** Whoever changes a verified record, and by whatever way, makes its verification void: it spoke of another value. */
async function createVerifications(runner: QueryRunner): Promise<void> {
  await runner.query(`CREATE TABLE verifications (
    patient_code text NOT NULL,
    record_kind text NOT NULL,
    record_key text[] NOT NULL,
    verified_by text NOT NULL,
    verified_at timestamptz NOT NULL,
    CONSTRAINT verifications_pkey PRIMARY KEY (patient_code, record_kind, record_key),
    CONSTRAINT verifications_patient_code_fkey FOREIGN KEY (patient_code) REFERENCES patients(patient_code),
    CONSTRAINT verifications_record_kind_check CHECK (record_kind IN ('assessment', 'mutation'))
  )`);
  // as JSON a date is written the same way whatever the session's DateStyle
  await runner.query(`CREATE FUNCTION void_verification() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    BEGIN
      DELETE FROM verifications
       WHERE patient_code = OLD.patient_code AND record_kind = TG_ARGV[0]
         AND record_key = ARRAY(
           SELECT to_jsonb(OLD) ->> key.name FROM unnest(TG_ARGV[1:]) WITH ORDINALITY AS key (name, place) ORDER BY key.place);
      RETURN NULL;
    END $$`);
  for (const [table, names] of Object.entries(verified)) {
    const execute = `EXECUTE FUNCTION void_verification(${names.map((name) => `'${name}'`).join(', ')})`;
    await runner.query(
      `CREATE TRIGGER ${table}_changed AFTER UPDATE ON ${table} FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) ${execute}`,
    );
    await runner.query(`CREATE TRIGGER ${table}_removed AFTER DELETE ON ${table} FOR EACH ROW ${execute}`);
  }
}
