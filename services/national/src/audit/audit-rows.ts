import type { EntityManager } from 'typeorm';
import { AuditEntryEntity, AuditValueEntity, copyRows, type Sql, selectOne, selectRows, sql, tableShape } from '../storage';
import type { ChainEntry, ChainHead } from './chain-entry';
import type { SealedText } from './sealed-text';

/** What the statement of {@link entryQuery} answers. */
export interface EntryRow {
  readonly sequence: string;
  readonly recordedAt: Date;
  readonly actor: string;
  readonly roles: readonly string[];
  readonly action: string;
  readonly cases: readonly string[];
  readonly contentDigest: string | null;
  readonly previousHash: string;
  readonly hash: string;
  readonly salt: string | null;
  readonly content: string | null;
}

/** Entries with their values. `rest` may speak of `audit_entries` and `audit_values`: WHERE, ORDER BY, LIMIT. */
export function entryQuery(rest: Sql): Sql {
  return sql`
    SELECT audit_entries.sequence, audit_entries.recorded_at AS "recordedAt", audit_entries.actor, audit_entries.roles,
           audit_entries.action, audit_entries.cases, audit_entries.content_digest AS "contentDigest",
           audit_entries.previous_hash AS "previousHash", audit_entries.hash, audit_values.salt, audit_values.content::text AS content
      FROM audit_entries LEFT JOIN audit_values ON audit_values.sequence = audit_entries.sequence ${rest}`;
}

export async function readHead(manager: EntityManager): Promise<ChainHead> {
  return selectHead(manager, sql`SELECT audit_head.sequence, audit_head.hash FROM audit_head`);
}

/** The same, and nobody else appends until this transaction ends. */
export async function lockHead(manager: EntityManager): Promise<ChainHead> {
  return selectHead(manager, sql`SELECT audit_head.sequence, audit_head.hash FROM audit_head FOR UPDATE`);
}

export async function moveHead(manager: EntityManager, { sequence, hash }: ChainHead): Promise<void> {
  await selectRows(manager, sql`UPDATE audit_head SET sequence = ${sequence}::bigint, hash = ${hash}`);
}

export async function insertEntries(manager: EntityManager, entries: readonly ChainEntry[]): Promise<void> {
  await insertRows(manager, AuditEntryEntity, entries);
}

export async function insertValues(manager: EntityManager, values: readonly (SealedText & { sequence: number })[]): Promise<void> {
  const rows = values.map(({ sequence, salt, text: content }) => ({ sequence, salt, content }));
  await insertRows(manager, AuditValueEntity, rows);
}

async function insertRows(
  manager: EntityManager,
  entity: typeof AuditEntryEntity | typeof AuditValueEntity,
  rows: readonly object[],
): Promise<void> {
  await copyRows(manager, tableShape(manager.connection, entity), rows);
}

async function selectHead(manager: EntityManager, statement: Sql): Promise<ChainHead> {
  const { sequence, hash } = await selectOne<{ sequence: string; hash: string }>(manager, statement);
  return { sequence: Number(sequence), hash };
}
