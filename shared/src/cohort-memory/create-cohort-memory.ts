import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cohorts that were answered, and what was written down where two of them differ by few patients. */
export class CreateCohortMemory implements MigrationInterface {
  readonly name = 'CreateCohortMemory1795219200060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE answered_cohorts (
      number bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
      subject text NOT NULL,
      digest text NOT NULL,
      cohort jsonb NOT NULL,
      size integer NOT NULL,
      refusing text[] NOT NULL,
      answered_at timestamptz NOT NULL,
      CONSTRAINT answered_cohorts_pkey PRIMARY KEY (number),
      CONSTRAINT answered_cohorts_subject_digest_key UNIQUE (subject, digest)
    )`);
    await runner.query('CREATE INDEX answered_cohorts_subject_number_index ON answered_cohorts (subject, number)');
    await runner.query(`CREATE TABLE disclosure_log (
      number bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
      logged_at timestamptz NOT NULL,
      subject text NOT NULL,
      role text NOT NULL,
      decision text NOT NULL,
      threshold integer NOT NULL,
      asked jsonb NOT NULL,
      earlier jsonb NOT NULL,
      countries text[] NOT NULL,
      digest text NOT NULL,
      CONSTRAINT disclosure_log_pkey PRIMARY KEY (number),
      CONSTRAINT disclosure_log_digest_key UNIQUE (digest),
      CONSTRAINT disclosure_log_decision_check CHECK (decision IN ('FLAGGED', 'REFUSED'))
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE disclosure_log');
    await runner.query('DROP TABLE answered_cohorts');
  }
}
