import { bundleFormat, type RecordKind, type RecordTypes } from '@registry-hub/shared/domain';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import {
  AdverseEventEntity,
  AssessmentEntity,
  CenterEntity,
  DiagnosisEntity,
  DoseEntity,
  FailureEntity,
  MutationEntity,
  PatientEntity,
  TreatmentEntity,
} from './entities';
import { selectRows } from './run-sql';
import { type Sql, sql, text } from './sql';
import { type TableShape, tableShape } from './table-shape';

const entities: { readonly [K in RecordKind]: EntityTarget<ObjectLiteral> } = {
  center: CenterEntity,
  patient: PatientEntity,
  diagnosis: DiagnosisEntity,
  treatment: TreatmentEntity,
  dose: DoseEntity,
  assessment: AssessmentEntity,
  mutation: MutationEntity,
  adverseEvent: AdverseEventEntity,
  failure: FailureEntity,
};

/** The table of a kind of record, with the columns that the bundle has for it and no others. */
export function recordTable(manager: EntityManager, kind: RecordKind): TableShape {
  return tableShape(manager.connection, entities[kind], Object.keys(bundleFormat[kind].columns));
}

/** The columns of a kind of record, each under its domain name. */
export function recordColumns({ name, columns }: TableShape): Sql {
  return text(columns.map((column) => `${name}.${column.name} AS "${column.property}"`).join(', '));
}

/** Reads records in key order. `where` may speak of the table by its name; with `limit`, the first ones only. */
export async function selectRecords<K extends RecordKind>(
  manager: EntityManager,
  kind: K,
  where: Sql,
  limit?: number,
): Promise<RecordTypes[K][]> {
  const table = recordTable(manager, kind);
  const order = text(table.key.map((column) => `${table.name}.${column.name}`).join(', '));
  const rows = await selectRows<object>(
    manager,
    sql`SELECT ${recordColumns(table)} FROM ${text(table.name)} WHERE ${where} ORDER BY ${order} LIMIT ${limit ?? null}::integer`,
  );
  return rows.map((row) => withoutNulls(row) as RecordTypes[K]);
}

/** A row as the domain has it: what is NULL is absent, and so is what it has otherwise. */
export function withoutNulls(row: object, except?: ReadonlySet<string>): object {
  const record: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(row)) if (value !== null && !except?.has(field)) record[field] = value;
  return record;
}
