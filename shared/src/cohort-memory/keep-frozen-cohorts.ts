import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of a cohort of a freeze when it was first answered. */
export class KeepFrozenCohorts implements MigrationInterface {
  readonly name = 'KeepFrozenCohorts1795219200080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE answered_cohorts ADD COLUMN flagged_threshold integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE answered_cohorts DROP COLUMN flagged_threshold');
  }
}
