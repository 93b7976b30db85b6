import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions of quality control, each with its thread. */
export class CreateDataQueries implements MigrationInterface {
  readonly name = 'CreateDataQueries1795219200002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE data_queries (
      id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
      patient_code text NOT NULL,
      rule text NOT NULL,
      severity text NOT NULL,
      record_kind text NOT NULL,
      record_key text[] NOT NULL,
      field text NOT NULL DEFAULT '',
      message text NOT NULL,
      state text NOT NULL DEFAULT 'OPEN',
      raised_at timestamptz NOT NULL,
      raised_by text,
      closed_by_rule boolean NOT NULL DEFAULT false,
      CONSTRAINT data_queries_pkey PRIMARY KEY (id),
      CONSTRAINT data_queries_patient_code_fkey FOREIGN KEY (patient_code) REFERENCES patients(patient_code),
      CONSTRAINT data_queries_state_check CHECK (state IN ('OPEN', 'ANSWERED', 'CLOSED')),
      CONSTRAINT data_queries_severity_check CHECK (severity IN ('HARD', 'SOFT', 'INFORMATION'))
    )`);
    await runner.query(`CREATE INDEX data_queries_patient_code_index ON data_queries (patient_code)`);
    await runner.query(`CREATE UNIQUE INDEX data_queries_finding_index
      ON data_queries (patient_code, rule, record_kind, record_key, field) WHERE raised_by IS NULL`);
    await runner.query(`CREATE TABLE data_query_messages (
      id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
      query_id bigint NOT NULL,
      author text NOT NULL,
      at timestamptz NOT NULL,
      text text NOT NULL,
      CONSTRAINT data_query_messages_pkey PRIMARY KEY (id),
      CONSTRAINT data_query_messages_query_id_fkey FOREIGN KEY (query_id) REFERENCES data_queries(id)
    )`);
    await runner.query(`CREATE INDEX data_query_messages_query_id_index ON data_query_messages (query_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE data_query_messages');
    await runner.query('DROP TABLE data_queries');
  }
}
