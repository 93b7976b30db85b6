import type { CaseFacts, Patient } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import type { ParsedBundle } from '../intake';
import { CaseStore, latestNewsOf, neighboursOf } from '../storage';
import type { ExistingRegistry } from '../validation';

/** What the registry already holds of what a bundle speaks of. */
export async function loadExistingRegistry(manager: EntityManager, { records }: ParsedBundle): Promise<ExistingRegistry> {
  const store = new CaseStore(manager);
  const { center: _, ...ofPatients } = records;
  const codes = new Set(
    Object.values(ofPatients).flatMap((rows) => rows.map(({ record }: { record: { patientCode: string } }) => record.patientCode)),
  );
  const centers = await store.centers();
  const stored = await store.load([...codes]);
  const cases = new Map([...stored].filter(([, facts]) => !isWithdrawn(facts.patient)));
  const incoming = records.patient.map(({ record }) => record);
  const latestNews = await latestNewsOf(manager);
  return {
    isEmpty: centers.size === 0,
    centers,
    cases,
    tombstones: withdrawnFor(stored, incoming),
    others: await neighboursOf(manager, [...incoming, ...[...cases.values()].map(({ patient }) => patient)]),
    ...(latestNews && { latestNews }),
  };
}

export function isWithdrawn({ consentWithdrawnOn }: Patient): boolean {
  return consentWithdrawnOn !== undefined;
}

/** Codes that may not come back. A bundle that itself says that consent was withdrawn brings nobody back. */
function withdrawnFor(stored: ReadonlyMap<string, CaseFacts>, incoming: readonly Patient[]): ReadonlySet<string> {
  const saysSo = new Set(incoming.filter(isWithdrawn).map(({ patientCode }) => patientCode));
  return new Set([...stored].filter(([code, { patient }]) => isWithdrawn(patient) && !saysSo.has(code)).map(([code]) => code));
}
