import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which centres take part no longer, and from which day. */
export class CreateCenterClosures implements MigrationInterface {
  readonly name = 'CreateCenterClosures1795219200150';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE center_closures (
      center_code text NOT NULL,
      closed_on date NOT NULL,
      CONSTRAINT center_closures_pkey PRIMARY KEY (center_code),
      CONSTRAINT center_closures_center_code_fkey FOREIGN KEY (center_code) REFERENCES centers(center_code)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE center_closures');
  }
}
