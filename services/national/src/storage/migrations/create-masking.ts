import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Other countries' masking keys, and the masked questions of the last minutes. */
export class CreateMasking implements MigrationInterface {
  readonly name = 'CreateMasking1795219200070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE country_keys (
      country text NOT NULL,
      public_key text,
      first_seen_at timestamptz,
      confirmed_at timestamptz,
      confirmed_by text,
      offered_key text,
      offered_at timestamptz,
      CONSTRAINT country_keys_pkey PRIMARY KEY (country),
      CONSTRAINT country_keys_use_check CHECK ((public_key IS NULL) = (first_seen_at IS NULL)),
      CONSTRAINT country_keys_confirmation_check CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL)),
      CONSTRAINT country_keys_offer_check CHECK ((offered_key IS NULL) = (offered_at IS NULL))
    )`);
    // Unlogged: every European question writes a row here, and a commit that writes no log waits for no disk. What a crash of
    // the server empties is of the last minutes; within them, a hub could then ask one question twice.
    await runner.query(`CREATE UNLOGGED TABLE masked_questions (
      question_id uuid NOT NULL,
      context text NOT NULL,
      revision integer NOT NULL,
      expires_at timestamptz NOT NULL,
      CONSTRAINT masked_questions_pkey PRIMARY KEY (question_id)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE masked_questions');
    await runner.query('DROP TABLE country_keys');
  }
}
