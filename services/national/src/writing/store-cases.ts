import { countFields, type FieldCounts } from '@registry-hub/shared/clinical';
import type { CaseFacts } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import { CaseStore, CompletenessStore, DerivedCaseStore } from '../storage';
import type { CaseChange, CenterChange } from './registry-change';

export interface StoredCases {
  /** Whether any fact, or what follows from them, is different afterwards. */
  readonly changed: boolean;
  /** Codes of the cases whose facts are different. */
  readonly changedPatients: ReadonlySet<string>;
}

/** Stores centres and cases, and what derives from the cases; each changed case is one version further. */
export async function storeCases(
  manager: EntityManager,
  centers: readonly CenterChange[],
  cases: readonly CaseChange[],
): Promise<StoredCases> {
  const store = new CaseStore(manager);
  const changedPatients = new Set<string>();
  for (const { after, removed } of cases) {
    if (!removed) continue;
    await store.remove(removed);
    changedPatients.add(after.patient.patientCode);
  }
  const known = cases.filter(({ before }) => before !== undefined);
  const saved = await store.save(
    centers.map(({ after }) => after),
    known.map(({ after }) => after),
  );
  for (const code of saved.changedPatients) changedPatients.add(code);
  for (const { before, after, ehdsOptOutOn = after.ehdsOptOutOn } of cases) {
    if (!before || hasSameRegistryFields(before, after)) continue;
    await store.setRegistryFields(after, ehdsOptOutOn);
    changedPatients.add(after.patient.patientCode);
  }
  await store.raiseVersions(known.flatMap(({ before }) => before?.patient.patientCode ?? []).filter((code) => changedPatients.has(code)));
  const derivedRows = await new DerivedCaseStore(manager).save(known.map(({ derived }) => derived));
  const completenessRows = await new CompletenessStore(manager).save(countsByPatient(known));
  const fresh = cases.filter(({ before }) => before === undefined);
  await insertCases(manager, fresh);
  for (const { after } of fresh) changedPatients.add(after.patient.patientCode);
  return { changed: saved.changedRows > 0 || changedPatients.size > 0 || derivedRows + completenessRows > 0, changedPatients };
}

/** Cases that are new to the registry: under its lock, nothing can be in their way. */
async function insertCases(manager: EntityManager, cases: readonly CaseChange[]): Promise<void> {
  const store = new CaseStore(manager);
  await store.insert(cases.map(({ after }) => after));
  for (const { after } of cases) if (after.ehdsOptOut) await store.setRegistryFields(after, after.ehdsOptOutOn);
  await new DerivedCaseStore(manager).insert(cases.map(({ derived }) => derived));
  await new CompletenessStore(manager).insert(countsByPatient(cases));
}

function countsByPatient(cases: readonly CaseChange[]): ReadonlyMap<string, FieldCounts> {
  return new Map(cases.map(({ after }) => [after.patient.patientCode, countFields(after)]));
}

function hasSameRegistryFields(before: CaseFacts, after: CaseFacts): boolean {
  return before.recordStatus === after.recordStatus && before.ehdsOptOut === after.ehdsOptOut;
}
