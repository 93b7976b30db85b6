import type { EntityManager } from 'typeorm';
import { compile, type Sql } from './sql';

/** Runs one statement. The row type is what the statement's own column list says. */
export async function selectRows<Row>(manager: EntityManager, statement: Sql): Promise<readonly Row[]> {
  const { text, parameters } = compile(statement);
  return manager.query<Row[]>(text, parameters);
}

/** Runs a statement that answers exactly one row. */
export async function selectOne<Row>(manager: EntityManager, statement: Sql): Promise<Row> {
  const [row] = await selectRows<Row>(manager, statement);
  if (row === undefined) throw new Error('the statement answered no row');
  return row;
}
