import { type CalendarDate, type CaseFacts, columnName } from '@registry-hub/shared/domain';
import {
  type ExtensionFormat,
  type ExtensionKind,
  type ExtensionRecord,
  type ExtensionRecords,
  extensionKeyOf,
  type NationalExtension,
} from '../extension';
import type { ImportProblem, ParsedBundle, SourcedExtensionRecord } from '../intake';
import { bundleProblem } from './bundle-rules';
import type { ExistingRegistry } from './existing-registry';
import { caseFindingsOf, recordFindingsOf } from './extension-findings';
import type { ExtensionRecordChange } from './extension-record-change';
import { joinKey } from './record-key';
import { centerLookup, patientLookup } from './references';

export interface ExtensionCheck {
  readonly extensions: readonly NationalExtension[];
  readonly today: CalendarDate;
  /** Patients whose own row tells of a withdrawal: nothing of them is stored. */
  readonly withdrawn: ReadonlySet<string>;
  /** The cases of the bundle as they stand after the import, by code. */
  readonly cases: ReadonlyMap<string, CaseFacts>;
}

export interface CheckedExtensionRecords {
  readonly problems: readonly ImportProblem[];
  readonly changes: readonly ExtensionRecordChange[];
}

/** Holds the records of extensions in a bundle against the registry and the extensions' own rules. */
export function checkExtensionRecords(bundle: ParsedBundle, existing: ExistingRegistry, check: ExtensionCheck): CheckedExtensionRecords {
  const rows = bundle.extensionRecords;
  if (rows.length === 0) return { problems: [], changes: [] };
  const { today, extensions, withdrawn } = check;
  const stored = (row: SourcedExtensionRecord): ExtensionRecord | undefined => storedRecord(row, existing);
  const changes = rows
    .filter((row) => !withdrawn.has(row.code) && !isSame(row, stored(row)))
    .map((row): ExtensionRecordChange => ({ format: row.format, code: row.code, before: stored(row), after: row.record }));
  const problems = [
    ...referenceProblems(bundle, existing, withdrawn),
    ...rows.flatMap((row) =>
      recordFindingsOf(extensions, row.format, row.record, today).map(({ rule, field, message }) => at(row, 'HARD', rule, message, field)),
    ),
    ...lockedProblems(rows, existing, check, stored),
    ...[...byPatient(rows)].flatMap(([code, ofPatient]) => caseProblems(code, ofPatient, bundle, existing, check)),
  ];
  return { problems, changes };
}

/** What a patient's rules say once the bundle's rows are put over what is stored. */
function caseProblems(
  code: string,
  rows: readonly SourcedExtensionRecord[],
  { gaps }: ParsedBundle,
  { extensionRecords }: ExistingRegistry,
  { cases, extensions }: ExtensionCheck,
): readonly ImportProblem[] {
  const facts = cases.get(code);
  // what a row says that could not be read whole is not known
  if (!facts || gaps.patients.has(code)) return [];
  const merged = withRecords(extensionRecords?.get(code) ?? new Map(), rows);
  return caseFindingsOf(extensions, facts, merged).flatMap(({ rule, severity, kind, key, field, message }) => {
    const own = rows.find(({ format, record }) => format.kind === kind && joinKey(extensionKeyOf(format, record)) === joinKey(key));
    const row = own ?? rows[0];
    return row ? [at(row, severity, rule, message, own && field)] : [];
  });
}

/** Records by kind with others put over them by natural key, in key order. */
function withRecords(records: ExtensionRecords, rows: readonly SourcedExtensionRecord[]): ExtensionRecords {
  const merged = new Map<ExtensionKind, readonly ExtensionRecord[]>(records);
  for (const { format, record } of rows) merged.set(format.kind, withExtensionRecord(format, merged.get(format.kind) ?? [], record));
  return merged;
}

/** A kind's records with one put in the place of that with the same key, in key order. */
export function withExtensionRecord(
  format: ExtensionFormat,
  records: readonly ExtensionRecord[],
  record: ExtensionRecord,
): readonly ExtensionRecord[] {
  const key = extensionKeyOf(format, record);
  const others = records.filter((other) => joinKey(extensionKeyOf(format, other)) !== joinKey(key));
  return [...others, record].toSorted((one, other) => compareKeys(format, one, other));
}

function compareKeys({ key }: ExtensionFormat, one: ExtensionRecord, other: ExtensionRecord): number {
  for (const field of key) {
    const [left = '', right = ''] = [one[field], other[field]];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

function referenceProblems(bundle: ParsedBundle, existing: ExistingRegistry, withdrawn: ReadonlySet<string>): readonly ImportProblem[] {
  const isPatient = patientLookup(bundle, existing);
  const isCenter = centerLookup(bundle, existing);
  return bundle.extensionRecords.flatMap((row) => {
    if (row.format.owner === 'CENTER') {
      if (isCenter(row.code)) return [];
      return [
        bundleProblem('UNKNOWN_CENTER', row, 'center_code must be that of a centre of this bundle or of the registry.', 'center_code'),
      ];
    }
    if (existing.tombstones?.has(row.code) && !withdrawn.has(row.code)) {
      return [
        bundleProblem('WITHDRAWN_PATIENT', row, 'The patient withdrew consent and was erased; leave the patient out.', 'patient_code'),
      ];
    }
    if (isPatient(row.code)) return [];
    return [
      bundleProblem('UNKNOWN_PATIENT', row, 'patient_code must be that of a patient of this bundle or of the registry.', 'patient_code'),
    ];
  });
}

function lockedProblems(
  rows: readonly SourcedExtensionRecord[],
  { cases }: ExistingRegistry,
  { withdrawn }: ExtensionCheck,
  stored: (row: SourcedExtensionRecord) => ExtensionRecord | undefined,
): readonly ImportProblem[] {
  const isLocked = ({ format, code }: SourcedExtensionRecord): boolean =>
    format.owner === 'PATIENT' && cases.get(code)?.recordStatus === 'LOCKED' && !withdrawn.has(code);
  const message = 'The record of this patient is locked; leave the row as it is stored, or have a coordinator unlock it.';
  return rows.filter((row) => isLocked(row) && !isSame(row, stored(row))).map((row) => bundleProblem('LOCKED_RECORD', row, message));
}

function storedRecord(
  { format, record, code }: SourcedExtensionRecord,
  { extensionRecords }: ExistingRegistry,
): ExtensionRecord | undefined {
  const key = joinKey(extensionKeyOf(format, record));
  const ofKind = extensionRecords?.get(code)?.get(format.kind) ?? [];
  return ofKind.find((one) => joinKey(extensionKeyOf(format, one)) === key);
}

function isSame({ format, record }: SourcedExtensionRecord, stored: ExtensionRecord | undefined): boolean {
  return stored !== undefined && Object.keys(format.columns).every((field) => stored[field] === record[field]);
}

function byPatient(rows: readonly SourcedExtensionRecord[]): ReadonlyMap<string, readonly SourcedExtensionRecord[]> {
  const patients = new Map<string, SourcedExtensionRecord[]>();
  for (const row of rows) {
    if (row.format.owner !== 'PATIENT') continue;
    const own = patients.get(row.code) ?? [];
    own.push(row);
    patients.set(row.code, own);
  }
  return patients;
}

function at(
  { file, line }: SourcedExtensionRecord,
  severity: ImportProblem['severity'],
  rule: string,
  message: string,
  field: string | undefined,
): ImportProblem {
  return { severity, file, line, ...(field !== undefined && { column: columnName(field) }), rule, message };
}
