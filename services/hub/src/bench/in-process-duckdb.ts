import { DuckDBInstance } from '@duckdb/node-api';
import { madeUpColumns } from './made-up-rows';
import type { SqlEngine } from './sql-engine';
import type { RowFile } from './write-rows';

export interface InProcessDuckdb extends SqlEngine {
  close(): void;
}

const table = Object.entries(madeUpColumns).map(([name, type]) => [name, type === 'text[]' ? 'VARCHAR' : type.toUpperCase()] as const);

/** A column store in the memory of this process, with all its processors. */
export async function openDuckdb(): Promise<InProcessDuckdb> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE derived_cases (country VARCHAR, ${table.map(([name, type]) => `${name} ${type}`).join(', ')})`);
  return {
    name: 'DuckDB',
    eachBelow: (count) => `unnest(generate_series(0, ${count} - 1))`,
    rows: async (statement) => (await connection.runAndReadAll(statement)).getRowObjectsJS(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Replaces all rows. */
export async function fillDuckdb(duckdb: SqlEngine, files: readonly RowFile[]): Promise<void> {
  const columns = table.map(([name, type]) => `'${name}': '${type}'`).join(', ');
  await duckdb.rows('DELETE FROM derived_cases');
  for (const { country, path } of files) {
    await duckdb.rows(`INSERT INTO derived_cases SELECT '${country}', * FROM read_csv('${path}', header = false, columns = {${columns}})`);
  }
}
