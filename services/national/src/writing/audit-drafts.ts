import type { CaseFacts, RecordTypes } from '@registry-hub/shared/domain';
import {
  type AuditDraft,
  type ChangeAction,
  type ChangeDraft,
  diffCases,
  diffExtensionRecords,
  diffRecords,
  type RecordChange,
} from '../audit';
import { extensionKeyOf } from '../extension';
import { groupBy } from '../storage';
import { type CaseKind, caseKinds, type ExtensionRecordChange, recordLists } from '../validation';
import type { CaseChange, RegistryChange } from './registry-change';

/** What a change really did, as far as the trail asks. */
export interface Effect {
  readonly changedPatients: ReadonlySet<string>;
  /** Codes whose withdrawal is new to the registry. */
  readonly withdrawn: ReadonlySet<string>;
}

/** What the audit trail is told of a change: an entry a case, one for the centres; withdrawals last, since they erase. */
export function* auditDrafts(
  { action, ...change }: Omit<RegistryChange, 'extensions'>,
  { changedPatients, withdrawn }: Effect,
): Generator<AuditDraft> {
  const { by, at } = change;
  if (action !== 'WITHDRAW_CONSENT') yield* changeDrafts({ ...change, action }, changedPatients);
  for (const patientCode of withdrawn) yield { action: 'WITHDRAW_CONSENT', by, at, patientCode };
}

type ChangedRecords = Omit<RegistryChange, 'extensions'> & { readonly action: ChangeAction };

function* changeDrafts(
  { action, by, at, reason, centers = [], cases = [], voided = [], extensionRecords = [] }: ChangedRecords,
  changedPatients: ReadonlySet<string>,
): Generator<ChangeDraft> {
  const occasion = { action, by, at, ...(reason !== undefined && { reason }) };
  const inBulk = action === 'IMPORT';
  const extended = groupBy(extensionRecords, ({ code }) => code);
  const ofExtensions = (code: string): readonly RecordChange[] =>
    (extended.get(code) ?? []).flatMap((one) => extensionRecord(one, inBulk) ?? []);
  const ofCenters = [
    ...centers.flatMap(({ before, after }) => diffRecords('center', before, after) ?? []),
    ...extensionRecords.filter(({ format }) => format.owner === 'CENTER').flatMap((one) => extensionRecord(one, inBulk) ?? []),
  ];
  if (ofCenters.length > 0) yield { ...occasion, records: ofCenters };
  for (const one of cases) {
    const { patientCode } = one.after.patient;
    if (!changedPatients.has(patientCode)) continue;
    yield { ...occasion, patientCode, records: [...caseRecords(one, inBulk), ...ofExtensions(patientCode)] };
  }
  for (const facts of voided) {
    const { patientCode } = facts.patient;
    yield { ...occasion, patientCode, records: [...voidedRecords(facts), ...ofExtensions(patientCode)] };
  }
}

function extensionRecord({ format, before, after }: ExtensionRecordChange, inBulk: boolean): RecordChange | undefined {
  if (inBulk && before === undefined && after) return { kind: format.kind, key: extensionKeyOf(format, after) };
  return diffExtensionRecords(format, before, after);
}

/** Of a bulk import, new records are told by their keys: their values stand in the registry. */
function caseRecords({ before, after, ehdsOptOutOn = after.ehdsOptOutOn }: CaseChange, inBulk: boolean): readonly RecordChange[] {
  const records = diffCases(before, after, inBulk ? 'BY_KEY' : 'BY_VALUE');
  const ehdsOptOut = before?.ehdsOptOut ?? false;
  if (ehdsOptOut === after.ehdsOptOut) return records;
  const { patientCode } = after.patient;
  const now = { ehdsOptOut: after.ehdsOptOut, ...(ehdsOptOutOn && { ehdsOptOutOn }) };
  return [...records, { kind: 'case', key: [patientCode], before: { ehdsOptOut }, after: now }];
}

function voidedRecords(facts: CaseFacts): readonly RecordChange[] {
  const lists = recordLists(facts);
  const ofKind = <K extends CaseKind>(kind: K, records: readonly RecordTypes[K][]): readonly RecordChange[] =>
    records.flatMap((record) => diffRecords(kind, record, undefined) ?? []);
  return caseKinds.flatMap((kind) => ofKind(kind, lists[kind]));
}
