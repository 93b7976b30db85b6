import { badUserInput } from '@registry-hub/shared/errors';
import { type EntityManager, QueryFailedError } from 'typeorm';
import { compile, type Sql } from './sql';

/** PostgreSQL's `character_not_in_repertoire`: in UTF-8, the one character it doesn't store is U+0000. */
const UNSTORABLE_CHARACTER = '22021';

/**
 * Runs one statement. The row type is what the statement's own column list says.
 *
 * @throws HubError BAD_USER_INPUT when a text holds a character that can't be stored, and so can't be found either
 */
export async function selectRows<Row>(manager: EntityManager, statement: Sql): Promise<readonly Row[]> {
  const { text, parameters } = compile(statement);
  return manager.query<Row[]>(text, parameters).catch((error: unknown) => {
    if (error instanceof QueryFailedError && codeOf(error.driverError) === UNSTORABLE_CHARACTER) {
      throw badUserInput({ field: 'input', message: 'expected text without the character U+0000.' });
    }
    throw error;
  });
}

/** Runs a statement that answers exactly one row. */
export async function selectOne<Row>(manager: EntityManager, statement: Sql): Promise<Row> {
  const [row] = await selectRows<Row>(manager, statement);
  if (row === undefined) throw new Error('the statement answered no row');
  return row;
}

function codeOf(error: object): unknown {
  return 'code' in error ? error.code : undefined;
}
