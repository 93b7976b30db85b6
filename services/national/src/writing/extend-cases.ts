import type { CaseFacts, Finding } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import { ExtensionCase, type ExtensionRecord, type ExtensionRecords, type InstalledExtensions } from '../extension';
import { CaseStore, type ExtendedCase, ExtensionCaseStore, ExtensionRecordStore, groupBy } from '../storage';
import { type ExtensionRecordChange, extensionQuestions } from '../validation';
import type { CaseChange } from './registry-change';

export interface ExtendedCases {
  /** Whether any record of an extension, or what follows from them, is different afterwards. */
  readonly changed: boolean;
  /** Codes of the patients of whom a record of an extension is different. */
  readonly changedPatients: ReadonlySet<string>;
  /** What extensions' rules ask about each of the cases. */
  readonly questions: ReadonlyMap<string, readonly Finding[]>;
}

/**
 * Stores records of extensions, and what extensions derive of the cases: in the same transaction as the facts, so that they never say
 * different things. The cases themselves are stored already.
 *
 * @param changedBefore codes of the cases that are a version further already
 */
export async function extendCases(
  manager: EntityManager,
  extensions: InstalledExtensions,
  changes: readonly ExtensionRecordChange[],
  cases: readonly CaseChange[],
  changedBefore: ReadonlySet<string>,
): Promise<ExtendedCases> {
  await storeRecords(manager, changes);
  const changedPatients = new Set(changes.flatMap(({ format, code }) => (format.owner === 'PATIENT' ? [code] : [])));
  await new CaseStore(manager).raiseVersions([...changedPatients].filter((code) => !changedBefore.has(code)));
  if (extensions.all.length === 0) return { changed: changes.length > 0, changedPatients, questions: new Map() };

  const codes = cases.map(({ after }) => after.patient.patientCode);
  const ofPatients = extensions.formats.filter(({ owner }) => owner === 'PATIENT');
  const records = await new ExtensionRecordStore(manager).load(ofPatients, codes);
  const recordsOf = ({ patient }: CaseFacts): ExtensionRecords => records.get(patient.patientCode) ?? new Map();
  const derived = (some: readonly CaseChange[]): readonly ExtendedCase[] =>
    some.flatMap(({ after }) => extendedCase(extensions, after, recordsOf(after)));

  const store = new ExtensionCaseStore(manager);
  await store.insert(derived(cases.filter(({ before }) => before === undefined)));
  const written = await store.save(derived(cases.filter(({ before }) => before !== undefined)));
  const questions = cases.map(
    ({ after }) => [after.patient.patientCode, extensionQuestions(extensions.all, after, recordsOf(after))] as const,
  );
  return { changed: changes.length + written > 0, changedPatients, questions: new Map(questions) };
}

/** What each extension derives of a case. */
function extendedCase({ all }: InstalledExtensions, facts: CaseFacts, records: ExtensionRecords): readonly ExtendedCase[] {
  const one = new ExtensionCase(facts, records);
  const { patientCode } = facts.patient;
  return all.map(({ name, derivation }) => ({
    patientCode,
    extension: name,
    derivationVersion: derivation.version,
    declared: derivation.derive(one),
  }));
}

async function storeRecords(manager: EntityManager, changes: readonly ExtensionRecordChange[]): Promise<void> {
  const store = new ExtensionRecordStore(manager);
  for (const [, ofFormat] of groupBy(changes, ({ format }) => format.kind)) {
    const [first] = ofFormat;
    if (!first) continue;
    const { format } = first;
    for (const { before, after } of ofFormat) if (before && !after) await store.remove(format, before);
    await store.save(format, recordsToStore(ofFormat.filter(({ before }) => before !== undefined)));
    await store.insert(format, recordsToStore(ofFormat.filter(({ before }) => before === undefined)));
  }
}

function recordsToStore(changes: readonly ExtensionRecordChange[]): readonly ExtensionRecord[] {
  return changes.map(({ after }) => after).filter((after) => after !== undefined);
}
