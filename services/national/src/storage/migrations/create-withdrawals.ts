import { createHmac, randomBytes } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In the order in which rows may be deleted: what refers to another comes before it. */
const tablesOfCases = ['derived_cases', 'failures', 'adverse_events', 'mutations', 'assessments', 'doses', 'treatments', 'diagnoses'];

/** Withdrawn patients leave a tombstone, and nothing else; an objection to use across borders has its day, and reaches the figures. */
export class CreateWithdrawals implements MigrationInterface {
  readonly name = 'CreateWithdrawals1795219200020';

  async up(runner: QueryRunner): Promise<void> {
    const key = randomBytes(32).toString('base64url');
    await runner.query(`ALTER TABLE registry_state ADD withdrawal_key text`);
    await runner.query(`UPDATE registry_state SET withdrawal_key = $1`, [key]);
    await runner.query(`ALTER TABLE registry_state ALTER withdrawal_key SET NOT NULL`);
    await runner.query(`CREATE TABLE withdrawals (
      code_digest text NOT NULL,
      withdrawn_on date NOT NULL,
      CONSTRAINT withdrawals_pkey PRIMARY KEY (code_digest)
    )`);
    await eraseWithdrawn(runner, key);
    await runner.query(`ALTER TABLE patients ADD CONSTRAINT patients_consent_check CHECK (consent_withdrawn_on IS NULL)`);
    await runner.query(`ALTER TABLE patients ADD ehds_opt_out_on date`);
    await runner.query(`ALTER TABLE derived_cases ADD ehds_opt_out boolean NOT NULL DEFAULT false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE derived_cases DROP ehds_opt_out');
    await runner.query('ALTER TABLE patients DROP ehds_opt_out_on');
    await runner.query('ALTER TABLE patients DROP CONSTRAINT patients_consent_check');
    await runner.query('DROP TABLE withdrawals');
    await runner.query('ALTER TABLE registry_state DROP withdrawal_key');
  }
}

/** Earlier, the row of a withdrawn patient stayed, marked as such. */
async function eraseWithdrawn(runner: QueryRunner, key: string): Promise<void> {
  const withdrawn: { patient_code: string; consent_withdrawn_on: string }[] = await runner.query(
    'SELECT patient_code, consent_withdrawn_on::text FROM patients WHERE consent_withdrawn_on IS NOT NULL',
  );
  for (const { patient_code: code, consent_withdrawn_on: on } of withdrawn) {
    const digest = createHmac('sha256', key).update(code).digest('base64url');
    await runner.query('INSERT INTO withdrawals (code_digest, withdrawn_on) VALUES ($1, $2)', [digest, on]);
    await runner.query(
      'DELETE FROM data_query_messages USING data_queries WHERE data_queries.id = query_id AND data_queries.patient_code = $1',
      [code],
    );
    for (const table of ['data_queries', ...tablesOfCases, 'patients']) {
      await runner.query(`DELETE FROM ${table} WHERE patient_code = $1`, [code]);
    }
  }
}
