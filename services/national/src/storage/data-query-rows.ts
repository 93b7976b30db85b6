import type { EntityManager } from 'typeorm';
import type { DataQuery, QueryMessage } from './data-query';
import type { RuleQuery } from './data-query-sync';
import { DataQueryEntity } from './entities';
import { recordColumns } from './record-tables';
import { selectRows } from './run-sql';
import { type Sql, sql } from './sql';
import { tableShape } from './table-shape';

/** Reads queries in the order in which they were raised. `where` may speak of `data_queries`; with `limit`, the first ones only. */
export async function selectDataQueries(manager: EntityManager, where: Sql, limit?: number): Promise<RuleQuery[]> {
  const table = tableShape(manager.connection, DataQueryEntity);
  const rows = await selectRows<DataQueryEntity>(
    manager,
    sql`SELECT ${recordColumns(table)} FROM data_queries WHERE ${where} ORDER BY data_queries.id LIMIT ${limit ?? null}::integer`,
  );
  return rows.map(queryOfRow);
}

/** Reads messages of queries, each thread from its beginning. */
export async function selectThreads(manager: EntityManager, queryIds: readonly string[]): Promise<readonly QueryMessage[]> {
  return selectRows<QueryMessage>(
    manager,
    sql`
      SELECT data_query_messages.query_id AS "queryId", data_query_messages.author, data_query_messages.at, data_query_messages.text
        FROM data_query_messages
       WHERE data_query_messages.query_id = ANY(${queryIds}::bigint[])
       ORDER BY data_query_messages.id`,
  );
}

function queryOfRow(row: DataQueryEntity): RuleQuery {
  const { recordKind, recordKey, field, raisedBy, ...query } = row;
  return {
    ...(query as Omit<DataQuery, 'at' | 'raisedBy'> & Pick<RuleQuery, 'closedByRule'>),
    at: { kind: recordKind as DataQuery['at']['kind'], key: recordKey, ...(field !== '' && { field }) },
    ...(raisedBy !== null && { raisedBy }),
  };
}
