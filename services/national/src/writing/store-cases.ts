import { completenessOf } from '@registry-hub/shared/clinical';
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
  const saved = await store.save(
    centers.map(({ after }) => after),
    cases.map(({ after }) => after),
  );
  for (const code of saved.changedPatients) changedPatients.add(code);
  for (const { before, after, ehdsOptOutOn } of cases) {
    if (!before || hasSameRegistryFields(before, after)) continue;
    await store.setRegistryFields(after, ehdsOptOutOn);
    changedPatients.add(after.patient.patientCode);
  }
  const known = cases.flatMap(({ before }) => before?.patient.patientCode ?? []);
  await store.raiseVersions(known.filter((code) => changedPatients.has(code)));
  const derivedRows = await new DerivedCaseStore(manager).save(cases.map(({ derived }) => derived));
  const completeness = new Map(cases.map(({ after }) => [after.patient.patientCode, completenessOf(after)]));
  const completenessRows = await new CompletenessStore(manager).save(completeness);
  return { changed: saved.changedRows > 0 || changedPatients.size > 0 || derivedRows + completenessRows > 0, changedPatients };
}

function hasSameRegistryFields(before: CaseFacts, after: CaseFacts): boolean {
  return before.recordStatus === after.recordStatus && before.ehdsOptOut === after.ehdsOptOut;
}
