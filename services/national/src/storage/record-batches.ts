import type { RecordKind, RecordTypes } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import { recordColumns, recordTable, withoutNulls } from './record-tables';
import { selectRows } from './run-sql';
import { type Sql, sql, text } from './sql';

export const ROWS_AT_ONCE = 5000;

/** All records of a kind in the order of their keys, byte by byte whatever the database's collation; within a transaction. */
export async function* recordBatches<K extends RecordKind>(manager: EntityManager, kind: K): AsyncGenerator<readonly RecordTypes[K][]> {
  const table = recordTable(manager, kind);
  const order = table.key.map(({ name, type }) => (type === 'text' ? `${table.name}.${name} COLLATE "C"` : `${table.name}.${name}`));
  const query = sql`SELECT ${recordColumns(table)} FROM ${text(table.name)} ORDER BY ${text(order.join(', '))}`;
  for await (const rows of batchesOf<object>(manager, `batches_of_${table.name}`, query, ROWS_AT_ONCE)) {
    yield rows.map((row) => withoutNulls(row) as RecordTypes[K]);
  }
}

/** The codes of all patients in order, so many at a time; within a transaction. */
export async function* patientCodes(manager: EntityManager, count: number): AsyncGenerator<readonly string[]> {
  const query = sql`SELECT patients.patient_code AS code FROM patients ORDER BY patients.patient_code COLLATE "C"`;
  for await (const rows of batchesOf<{ code: string }>(manager, 'patient_codes', query, count)) yield rows.map(({ code }) => code);
}

/** The rows of a query, so many at a time; within a transaction. @param cursor a name of its own */
export async function* batchesOf<Row>(manager: EntityManager, cursor: string, query: Sql, count: number): AsyncGenerator<readonly Row[]> {
  await selectRows(manager, sql`DECLARE ${text(cursor)} NO SCROLL CURSOR FOR ${query}`);
  const next = (): Promise<readonly Row[]> => selectRows<Row>(manager, sql`FETCH ${text(String(count))} FROM ${text(cursor)}`);
  for (let rows = await next(); rows.length > 0; rows = await next()) yield rows;
  await selectRows(manager, sql`CLOSE ${text(cursor)}`);
}
