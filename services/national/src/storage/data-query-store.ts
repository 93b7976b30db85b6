import type { Finding, QueryState, RecordReference } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import { bulkRows, columnNames } from './bulk-rows';
import { type DataQuery, MANUAL_RULE, SYSTEM_AUTHOR } from './data-query';
import { selectDataQueries } from './data-query-rows';
import { type QueryUpdate, synchroniseQueries } from './data-query-sync';
import { DataQueryEntity, DataQueryMessageEntity } from './entities';
import { selectRows } from './run-sql';
import { sql, text } from './sql';
import { type TableShape, tableShape } from './table-shape';

export interface SyncOutcome {
  /** Queries that are open now and were not before. */
  readonly raised: number;
  readonly changed: number;
}

export interface ManualQuery {
  readonly patientCode: string;
  readonly at: RecordReference;
  readonly message: string;
  /** The person's subject. */
  readonly raisedBy: string;
}

interface Remark {
  readonly queryId: string;
  readonly author: string;
  readonly text: string;
}

/** Questions of quality control, with their threads. */
export class DataQueryStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly now: Date,
  ) {}

  /**
   * Brings the queries that rules raised in line with what the rules find now; those that people raised are left alone.
   *
   * @param findings by patient, for every patient that was checked
   * @param rule the only rule that was asked; without it, all of them were
   */
  async synchronise(findings: ReadonlyMap<string, readonly Finding[]>, rule?: string): Promise<SyncOutcome> {
    if (findings.size === 0) return { raised: 0, changed: 0 };
    const codes = [...findings.keys()];
    const byRule = rule === undefined ? sql`true` : sql`rule = ${rule}`;
    const stored = await selectDataQueries(this.manager, sql`raised_by IS NULL AND ${byRule} AND patient_code = ANY(${codes}::text[])`);
    const { raise, update } = synchroniseQueries(findings, stored);
    await this.insert(raise.map(({ patientCode, finding }) => ({ ...finding, patientCode })));
    await this.update(update);
    await this.remark(
      update.flatMap(({ id, remark }) => (remark === undefined ? [] : { queryId: id, author: SYSTEM_AUTHOR, text: remark })),
    );
    const reopened = update.filter(({ reopens }) => reopens);
    return { raised: raise.length + reopened.length, changed: raise.length + update.length };
  }

  async raise(query: ManualQuery): Promise<string> {
    const [id = ''] = await this.insert([{ ...query, rule: MANUAL_RULE, severity: 'SOFT' }]);
    return id;
  }

  /** Whether a HARD question about this patient is not settled yet. */
  async hasUnsettledHardQuery(patientCode: string): Promise<boolean> {
    const where = sql`patient_code = ${patientCode} AND severity = 'HARD' AND state <> 'CLOSED'`;
    return (await selectDataQueries(this.manager, where, 1)).length > 0;
  }

  /** Sets a query's state as a person wants it, with what the person says. */
  async move(id: string, state: QueryState, author: string, words: string | undefined): Promise<void> {
    await selectRows(this.manager, sql`UPDATE data_queries SET state = ${state}, closed_by_rule = false WHERE id = ${id}::bigint`);
    if (words !== undefined) await this.remark([{ queryId: id, author, text: words }]);
  }

  private async insert(
    queries: readonly (Pick<DataQuery, 'patientCode' | 'rule' | 'severity' | 'at' | 'message'> & { readonly raisedBy?: string })[],
  ): Promise<string[]> {
    if (queries.length === 0) return [];
    const { name, columns } = withoutId(tableShape(this.manager.connection, DataQueryEntity));
    const rows = queries.map(({ at, ...query }) => ({
      ...query,
      recordKind: at.kind,
      recordKey: at.key,
      field: at.field ?? '',
      state: 'OPEN',
      raisedAt: this.now,
      closedByRule: false,
    }));
    const inserted = await selectRows<{ id: string }>(
      this.manager,
      sql`INSERT INTO ${text(name)} (${columnNames(columns)}) ${bulkRows(columns, rows)} RETURNING id`,
    );
    return inserted.map(({ id }) => id);
  }

  private async update(updates: readonly QueryUpdate[]): Promise<void> {
    if (updates.length === 0) return;
    const { columns } = tableShape(this.manager.connection, DataQueryEntity, ['id', 'state', 'message', 'closedByRule']);
    await selectRows(
      this.manager,
      sql`
        UPDATE data_queries SET state = changed.state, message = changed.message, closed_by_rule = changed.closed_by_rule
          FROM (${bulkRows(columns, updates)}) AS changed
         WHERE data_queries.id = changed.id`,
    );
  }

  private async remark(remarks: readonly Remark[]): Promise<void> {
    if (remarks.length === 0) return;
    const { name, columns } = withoutId(tableShape(this.manager.connection, DataQueryMessageEntity));
    const rows = remarks.map((remark) => ({ ...remark, at: this.now }));
    await selectRows(this.manager, sql`INSERT INTO ${text(name)} (${columnNames(columns)}) ${bulkRows(columns, rows)}`);
  }
}

/** The columns that are written: the identity column numbers itself. */
function withoutId({ key, columns, ...table }: TableShape): TableShape {
  return { ...table, key, columns: columns.filter((column) => !key.includes(column)) };
}
