import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns: Readonly<Record<string, 'date' | 'integer' | 'text'>> = {
  tki_started_on: 'date',
  first_tki: 'text',
  tki_lines: 'integer',
  progressed_after_tki_on: 'date',
  complete_cytogenetic_response_after_tki_on: 'date',
  major_molecular_response_after_tki_on: 'date',
  tki_discontinued_on: 'date',
  tki_discontinuation_reason: 'text',
  treatment_free_remission_started_on: 'date',
  treatment_free_remission_lost_on: 'date',
  treatment_free_remission_monitored_until: 'date',
  progressed_after_treatment_free_remission_on: 'date',
  treatment_free_remission_criteria: 'text',
  deepest_molecular_response: 'text',
};

/** Lines of tyrosine kinase inhibitors, their discontinuation and treatment-free remission: empty until cases are derived anew. */
export class AddInhibitorColumns implements MigrationInterface {
  readonly name = 'AddInhibitorColumns1795219200110';

  async up(runner: QueryRunner): Promise<void> {
    await alter(
      runner,
      Object.entries(columns).map(([name, type]) => `ADD COLUMN ${name} ${type}`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await alter(
      runner,
      Object.keys(columns).map((name) => `DROP COLUMN ${name}`),
    );
  }
}

async function alter(runner: QueryRunner, actions: readonly string[]): Promise<void> {
  await runner.query(`ALTER TABLE derived_cases ${actions.join(', ')}`);
}
