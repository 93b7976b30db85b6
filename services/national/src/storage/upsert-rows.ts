import type { EntityManager } from 'typeorm';
import { bulkRows, columnNames } from './bulk-rows';
import { selectRows } from './run-sql';
import { type Sql, sql, text } from './sql';
import type { TableShape } from './table-shape';

/** Keeps one statement's parameters to some megabytes; a larger number is no faster. */
const ROWS_PER_STATEMENT = 10_000;

/**
 * Inserts rows, or updates those whose key is there already, many at once. A row that is stored just so is not touched, and is
 * not among the answers.
 *
 * @returns for each row that was really written, its value of the first key column
 */
export async function upsertRows(manager: EntityManager, table: TableShape, rows: readonly object[]): Promise<string[]> {
  const written: string[] = [];
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const statement = upsertStatement(table, rows.slice(start, start + ROWS_PER_STATEMENT));
    for (const { key } of await selectRows<{ key: string }>(manager, statement)) written.push(key);
  }
  return written;
}

function upsertStatement({ name, key, columns }: TableShape, rows: readonly object[]): Sql {
  const others = columns.filter((column) => !key.includes(column));
  const assignments = text(others.map((column) => `${column.name} = excluded.${column.name}`).join(', '));
  return sql`
    INSERT INTO ${text(name)} AS stored (${columnNames(columns)}) ${bulkRows(columns, rows)}
    ON CONFLICT (${columnNames(key)}) DO UPDATE SET ${assignments}
    WHERE (${columnNames(others, 'stored.')}) IS DISTINCT FROM (${columnNames(others, 'excluded.')})
    RETURNING stored.${columnNames(key.slice(0, 1))} AS key`;
}
