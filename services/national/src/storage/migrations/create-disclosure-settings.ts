import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What this country asks of disclosure control; at first nothing beyond the rules that hold for all. */
export class CreateDisclosureSettings implements MigrationInterface {
  readonly name = 'CreateDisclosureSettings1795219200070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE disclosure_settings (
      id smallint NOT NULL,
      dashboard_threshold integer NOT NULL,
      lead_threshold integer NOT NULL,
      coordinator_threshold integer NOT NULL,
      extremes_released boolean NOT NULL,
      differencing_refused boolean NOT NULL,
      CONSTRAINT disclosure_settings_pkey PRIMARY KEY (id),
      CONSTRAINT disclosure_settings_single_row_check CHECK (id = 1),
      CONSTRAINT disclosure_settings_thresholds_check CHECK (dashboard_threshold >= 10 AND lead_threshold >= 5 AND coordinator_threshold >= 5)
    )`);
    await runner.query('INSERT INTO disclosure_settings VALUES (1, 10, 5, 5, true, false)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE disclosure_settings');
  }
}
