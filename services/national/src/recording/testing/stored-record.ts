import { bundleFormat } from '@registry-hub/shared/domain';
import { HubError } from '@registry-hub/shared/errors';
import type { InputValues } from '../../intake';
import type { TestRegistry } from '../../testing';
import { type ChildKind, recordLists } from '../../validation';
import { findCase, type OpenCase } from '../open-case';

export interface StoredRecord {
  readonly key: InputValues;
  readonly version: number;
}

/** @throws HubError NOT_FOUND */
export async function storedCase({ dataSource }: TestRegistry, patientCode: string): Promise<OpenCase> {
  const found = await findCase(dataSource.manager, patientCode);
  if (!found) throw new HubError('NOT_FOUND');
  return found;
}

/** The key of the record at this place of those of its kind, counted round and round. @throws HubError NOT_FOUND */
export async function storedRecord(registry: TestRegistry, kind: ChildKind, patientCode: string, place: number): Promise<StoredRecord> {
  const { facts, version } = await storedCase(registry, patientCode);
  const records: readonly object[] = recordLists(facts)[kind];
  const record = records[place % records.length];
  if (!record) throw new HubError('NOT_FOUND');
  const keyFields: readonly string[] = bundleFormat[kind].key;
  return { key: Object.fromEntries(Object.entries(record).filter(([field]) => keyFields.includes(field))), version };
}
