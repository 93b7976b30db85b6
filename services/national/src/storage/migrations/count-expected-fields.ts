import type { MigrationInterface, QueryRunner } from 'typeorm';

const GROUPS = ['demography', 'consent', 'diagnosis', 'baseline_laboratory', 'treatment', 'response_monitoring', 'failure', 'follow_up'];
const FIELDS = [
  'patient_sex',
  'patient_consented_on',
  'diagnosis_diagnosed_on',
  'diagnosis_phase',
  'diagnosis_ph_positive',
  'diagnosis_transcript',
  'diagnosis_karyotype',
  'diagnosis_spleen_cm',
  'diagnosis_wbc',
  'diagnosis_hemoglobin',
  'diagnosis_platelets',
  'diagnosis_blasts_pct',
  'diagnosis_basophils_pct',
  'diagnosis_eosinophils_pct',
  'a_line_of_treatment',
  'dose_mg_per_day',
  'treatment_stopped_on',
  'treatment_stop_reason',
  'treatment_best_response',
  'haematological_response',
  'cytogenetic_or_molecular_response',
  'failure_decision',
  'imatinib_dose_at_failure',
  'phase_on_imatinib_up_to_failure',
  'patient_last_contact_on',
  'patient_death_cause',
];

/** How complete each case is, field by field: so that a coordinator may choose which of them completeness is told by. */
export class CountExpectedFields implements MigrationInterface {
  readonly name = 'CountExpectedFields1795219200151';

  async up(runner: QueryRunner): Promise<void> {
    await replaceTable(runner, FIELDS, 'smallint');
    await runner.query('CREATE TABLE unexpected_fields (field text NOT NULL, CONSTRAINT unexpected_fields_pkey PRIMARY KEY (field))');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE unexpected_fields');
    await replaceTable(runner, GROUPS, 'integer');
  }
}

/** What the rows said can't be told otherwise: every case is to be derived anew. */
async function replaceTable(runner: QueryRunner, counted: readonly string[], type: string): Promise<void> {
  const columns = counted.flatMap((name) => [`${name}_expected ${type} NOT NULL`, `${name}_filled ${type} NOT NULL`]);
  await runner.query('DROP TABLE case_completeness');
  await runner.query(`CREATE TABLE case_completeness (
    patient_code text NOT NULL,
    ${columns.join(',\n    ')},
    CONSTRAINT case_completeness_pkey PRIMARY KEY (patient_code),
    CONSTRAINT case_completeness_patient_code_fkey FOREIGN KEY (patient_code) REFERENCES derived_cases(patient_code) ON DELETE CASCADE
  )`);
  await runner.query('UPDATE derived_cases SET derivation_version = 0');
}
