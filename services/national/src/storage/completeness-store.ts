import { type Completeness, fieldGroups } from '@registry-hub/shared/clinical';
import type { EntityManager } from 'typeorm';
import { completenessProperty } from './completeness-columns';
import { copyRows } from './copy-rows';
import { CaseCompletenessEntity } from './entities';
import { tableShape } from './table-shape';
import { upsertRows } from './upsert-rows';

/** How complete each case is. A case that is derived no more has no row here either: the database sees to it. */
export class CompletenessStore {
  constructor(private readonly manager: EntityManager) {}

  /**
   * @param cases by patient code; of patients whose derived case is stored
   * @returns how many rows were really written
   */
  async save(cases: ReadonlyMap<string, Completeness>): Promise<number> {
    return (await upsertRows(this.manager, tableShape(this.manager.connection, CaseCompletenessEntity), rowsOf(cases))).length;
  }

  /** The same of patients who have no row yet. */
  async insert(cases: ReadonlyMap<string, Completeness>): Promise<void> {
    await copyRows(this.manager, tableShape(this.manager.connection, CaseCompletenessEntity), rowsOf(cases));
  }
}

function rowsOf(cases: ReadonlyMap<string, Completeness>): readonly object[] {
  return [...cases].map(([patientCode, completeness]) => ({ patientCode, ...countsOf(completeness) }));
}

const properties = fieldGroups.map(
  (group) => [group, completenessProperty(group, 'expected'), completenessProperty(group, 'filled')] as const,
);

function countsOf(completeness: Completeness): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [group, expected, filled] of properties) {
    counts[expected] = completeness[group].expected;
    counts[filled] = completeness[group].filled;
  }
  return counts;
}
