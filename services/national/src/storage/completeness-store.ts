import { type FieldCounts, knownFieldExpectations } from '@registry-hub/shared/clinical';
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
  async save(cases: ReadonlyMap<string, FieldCounts>): Promise<number> {
    return (await upsertRows(this.manager, tableShape(this.manager.connection, CaseCompletenessEntity), rowsOf(cases))).length;
  }

  /** The same of patients who have no row yet. */
  async insert(cases: ReadonlyMap<string, FieldCounts>): Promise<void> {
    await copyRows(this.manager, tableShape(this.manager.connection, CaseCompletenessEntity), rowsOf(cases));
  }
}

function rowsOf(cases: ReadonlyMap<string, FieldCounts>): readonly object[] {
  return [...cases].map(([patientCode, counts]) => ({ patientCode, ...columnsOf(counts) }));
}

const properties = knownFieldExpectations.map(
  ({ name }) => [name, completenessProperty(name, 'expected'), completenessProperty(name, 'filled')] as const,
);

function columnsOf(counts: FieldCounts): Readonly<Record<string, number>> {
  const columns: Record<string, number> = {};
  for (const [name, expected, filled] of properties) {
    columns[expected] = counts.get(name)?.expected ?? 0;
    columns[filled] = counts.get(name)?.filled ?? 0;
  }
  return columns;
}
