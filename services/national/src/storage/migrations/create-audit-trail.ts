import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit trail: entries chained by hash, and apart from them what has to be erasable, their values and the codes of the
 * patients they speak of.
 *
 * Nobody updates, deletes or truncates entries. The triggers refuse it to the service's role, which owns the tables, and to
 * superusers; they are set ALWAYS, so that `session_replication_role` does not pass them by. The service's role loses the
 * privileges as well. Values and codes may be deleted only of a case whose withdrawal of consent stands in the chain.
 *
 * What remains possible: the owner or a superuser can disable a trigger or drop it, and then write at will. Verification
 * finds every entry, value or code that was changed, removed, inserted or moved so, and a tail that was cut off. It can't find
 * a chain that was computed anew from some entry on together with `audit_head`, unless it is given an earlier head that was
 * kept elsewhere.
 */
export class CreateAuditTrail implements MigrationInterface {
  readonly name = 'CreateAuditTrail1795219200010';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner);
    await createFunctions(runner);
    await createTriggers(runner);
    await runner.query('REVOKE UPDATE, DELETE, TRUNCATE ON audit_entries FROM PUBLIC, CURRENT_USER');
    await runner.query('REVOKE UPDATE, TRUNCATE ON audit_values, audit_cases FROM PUBLIC, CURRENT_USER');
    await runner.query('REVOKE INSERT, DELETE, TRUNCATE ON audit_head FROM PUBLIC, CURRENT_USER');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION erase_audited_case');
    await runner.query('DROP TABLE audit_head');
    await runner.query('DROP TABLE audit_cases');
    await runner.query('DROP TABLE audit_values');
    await runner.query('DROP TABLE audit_entries');
    await runner.query('DROP FUNCTION advance_audit_head');
    await runner.query('DROP FUNCTION refuse_unfounded_code_erasure');
    await runner.query('DROP FUNCTION refuse_unfounded_value_erasure');
    await runner.query('DROP FUNCTION refuse_audit_change');
  }
}

async function createTables(runner: QueryRunner): Promise<void> {
  await runner.query(`CREATE TABLE audit_entries (
    sequence bigint NOT NULL,
    recorded_at timestamptz(3) NOT NULL,
    actor text NOT NULL,
    roles text[] NOT NULL,
    action text NOT NULL,
    cases text[] NOT NULL,
    content_digest text,
    previous_hash text NOT NULL,
    hash text NOT NULL,
    CONSTRAINT audit_entries_pkey PRIMARY KEY (sequence),
    CONSTRAINT audit_entries_sequence_check CHECK (sequence > 0),
    CONSTRAINT audit_entries_content_check CHECK (content_digest IS NULL OR cardinality(cases) <= 1)
  )`);
  await runner.query(`CREATE INDEX audit_entries_cases_index ON audit_entries USING gin (cases)`);
  await runner.query(`CREATE INDEX audit_entries_withdrawal_index ON audit_entries (cases) WHERE action = 'WITHDRAW_CONSENT'`);
  // No foreign key to audit_entries: its check locks the entry, for which the owner would need the UPDATE that it must not have.
  await runner.query(`CREATE TABLE audit_values (
    sequence bigint NOT NULL,
    salt text NOT NULL,
    content json NOT NULL,
    CONSTRAINT audit_values_pkey PRIMARY KEY (sequence)
  )`);
  await runner.query(`CREATE TABLE audit_cases (
    case_digest text NOT NULL,
    salt text NOT NULL,
    patient_code text NOT NULL,
    CONSTRAINT audit_cases_pkey PRIMARY KEY (case_digest),
    CONSTRAINT audit_cases_patient_code_key UNIQUE (patient_code)
  )`);
  await runner.query(`CREATE TABLE audit_head (
    id smallint NOT NULL,
    sequence bigint NOT NULL,
    hash text NOT NULL,
    CONSTRAINT audit_head_pkey PRIMARY KEY (id),
    CONSTRAINT audit_head_single_row_check CHECK (id = 1)
  )`);
  await runner.query(`INSERT INTO audit_head (id, sequence, hash) VALUES (1, 0, repeat('0', 64))`);
}

/** The search path is fixed: a temporary table of the same name must not be taken for the real one. */
async function createFunctions(runner: QueryRunner): Promise<void> {
  await runner.query(`CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION '% on % is refused: the audit trail is append-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
    END $$`);
  await runner.query(`CREATE FUNCTION refuse_unfounded_value_erasure() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    BEGIN
      IF NOT EXISTS (
        SELECT FROM audit_entries entry
          JOIN audit_entries withdrawal ON withdrawal.cases = entry.cases AND withdrawal.action = 'WITHDRAW_CONSENT'
         WHERE entry.sequence = OLD.sequence
      ) THEN
        RAISE EXCEPTION 'the values of audit entry % stay: no withdrawal of consent is recorded', OLD.sequence
          USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN OLD;
    END $$`);
  await runner.query(`CREATE FUNCTION refuse_unfounded_code_erasure() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM audit_entries WHERE cases = ARRAY[OLD.case_digest] AND action = 'WITHDRAW_CONSENT') THEN
        RAISE EXCEPTION 'the code of an audited case stays: no withdrawal of consent is recorded'
          USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN OLD;
    END $$`);
  await runner.query(`CREATE FUNCTION advance_audit_head() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    BEGIN
      IF NEW.sequence <= OLD.sequence
         OR NOT EXISTS (SELECT FROM audit_entries WHERE sequence = NEW.sequence AND hash = NEW.hash) THEN
        RAISE EXCEPTION 'the head of the audit trail moves forward only, to an entry that is there'
          USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query(`CREATE FUNCTION erase_audited_case(digest text) RETURNS void LANGUAGE sql SET search_path = public, pg_temp AS $$
      DELETE FROM audit_values USING audit_entries
       WHERE audit_entries.cases @> ARRAY[digest] AND audit_entries.content_digest IS NOT NULL
         AND audit_values.sequence = audit_entries.sequence;
      DELETE FROM audit_cases WHERE case_digest = digest;
    $$`);
}

async function createTriggers(runner: QueryRunner): Promise<void> {
  const refused = {
    audit_entries: 'UPDATE OR DELETE OR TRUNCATE',
    audit_values: 'UPDATE OR TRUNCATE',
    audit_cases: 'UPDATE OR TRUNCATE',
    audit_head: 'INSERT OR DELETE OR TRUNCATE',
  };
  for (const [table, events] of Object.entries(refused)) {
    await createTrigger(
      runner,
      table,
      `${table}_append_only`,
      `BEFORE ${events}`,
      'FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()',
    );
  }
  const founded = 'FOR EACH ROW EXECUTE FUNCTION';
  await createTrigger(runner, 'audit_values', 'audit_values_erasure', 'BEFORE DELETE', `${founded} refuse_unfounded_value_erasure()`);
  await createTrigger(runner, 'audit_cases', 'audit_cases_erasure', 'BEFORE DELETE', `${founded} refuse_unfounded_code_erasure()`);
  await createTrigger(runner, 'audit_head', 'audit_head_advance', 'BEFORE UPDATE', `${founded} advance_audit_head()`);
}

async function createTrigger(runner: QueryRunner, table: string, name: string, event: string, action: string): Promise<void> {
  await runner.query(`CREATE TRIGGER ${name} ${event} ON ${table} ${action}`);
  await runner.query(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${name}`);
}
