import type { EntityManager } from 'typeorm';
import type { ExtensionFormat, ExtensionKind, ExtensionRecord, ExtensionRecords } from '../extension';
import { copyRows } from './copy-rows';
import { batchesOf, ROWS_AT_ONCE } from './record-batches';
import { recordColumns, withoutNulls } from './record-tables';
import { selectOne, selectRows } from './run-sql';
import { joinSql, type Sql, sql, text } from './sql';
import { type TableShape, tableShape } from './table-shape';
import { upsertRows } from './upsert-rows';

/** The records of extensions, stored by natural key as the bundle's own are. */
export class ExtensionRecordStore {
  constructor(private readonly manager: EntityManager) {}

  /** The records of these patients, or centres, in key order, by owner and kind; of kinds with another owner there is nothing. */
  async load(formats: readonly ExtensionFormat[], owners: readonly string[]): Promise<ReadonlyMap<string, ExtensionRecords>> {
    const byOwner = new Map<string, Map<ExtensionKind, ExtensionRecord[]>>();
    if (owners.length === 0) return byOwner;
    for (const format of formats) {
      const ownerField = format.key[0] ?? '';
      for (const record of await this.select(format, sql`${this.ownerColumn(format)} = ANY(${owners}::text[])`)) {
        const owner = String(record[ownerField]);
        const own = byOwner.get(owner) ?? new Map<ExtensionKind, ExtensionRecord[]>();
        own.set(format.kind, [...(own.get(format.kind) ?? []), record]);
        byOwner.set(owner, own);
      }
    }
    return byOwner;
  }

  /** All records of a kind in the order of their keys; within a transaction. */
  async *batches(format: ExtensionFormat): AsyncGenerator<readonly ExtensionRecord[]> {
    const cursor = `batches_of_${this.tableOf(format).name}`;
    for await (const rows of batchesOf<object>(this.manager, cursor, this.query(format, sql`true`), ROWS_AT_ONCE)) yield recordsOf(rows);
  }

  async isEmpty(format: ExtensionFormat): Promise<boolean> {
    const { name } = this.tableOf(format);
    return !(await selectOne<{ any: boolean }>(this.manager, sql`SELECT EXISTS (SELECT FROM ${text(name)}) AS any`)).any;
  }

  /** Puts records in the place of those with the same key. */
  async save(format: ExtensionFormat, records: readonly ExtensionRecord[]): Promise<void> {
    await upsertRows(this.manager, this.tableOf(format), records);
  }

  /** Stores records with whose keys nothing is stored yet. */
  async insert(format: ExtensionFormat, records: readonly ExtensionRecord[]): Promise<void> {
    await copyRows(this.manager, this.tableOf(format), records);
  }

  async remove(format: ExtensionFormat, record: ExtensionRecord): Promise<void> {
    const table = this.tableOf(format);
    const isRecord = format.key.map((field) => {
      const column = table.columns.find(({ property }) => property === field);
      return sql`${text(column?.name ?? '')} = ${record[field]}::${text(column?.type ?? 'text')}`;
    });
    await selectRows(this.manager, sql`DELETE FROM ${text(table.name)} WHERE ${joinSql(isRecord, ' AND ')}`);
  }

  private async select(format: ExtensionFormat, where: Sql): Promise<readonly ExtensionRecord[]> {
    return recordsOf(await selectRows<object>(this.manager, this.query(format, where)));
  }

  private query(format: ExtensionFormat, where: Sql): Sql {
    const table = this.tableOf(format);
    const order = table.key.map(({ name, type }) => (type === 'text' ? `${name} COLLATE "C"` : name));
    return sql`SELECT ${recordColumns(table)} FROM ${text(table.name)} WHERE ${where} ORDER BY ${text(order.join(', '))}`;
  }

  private ownerColumn(format: ExtensionFormat): Sql {
    return text(this.tableOf(format).columns.find(({ property }) => property === format.key[0])?.name ?? '');
  }

  private tableOf({ entity, columns }: ExtensionFormat): TableShape {
    return tableShape(this.manager.connection, entity, Object.keys(columns));
  }
}

function recordsOf(rows: readonly object[]): readonly ExtensionRecord[] {
  return rows.map((row) => withoutNulls(row) as ExtensionRecord);
}
