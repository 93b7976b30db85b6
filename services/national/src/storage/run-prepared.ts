import type { Pool, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { compile, type Sql } from './sql';

/**
 * Runs a statement that is asked before every statistical answer: straight in the driver's pool, and parsed and planned once a
 * connection.
 *
 * @param name of this statement's text alone
 */
export async function runPrepared<Row extends QueryResultRow>(
  { driver }: DataSource,
  name: string,
  statement: Sql,
): Promise<readonly Row[]> {
  const pool: Pool = (driver as PostgresDriver).master;
  const { text, parameters } = compile(statement);
  return (await pool.query<Row>({ name, text, values: [...parameters] })).rows;
}
