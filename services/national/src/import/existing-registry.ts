import type { CalendarDate } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import type { ParsedBundle } from '../intake';
import { CaseStore, CenterClosureStore, ExtensionRecordStore, WithdrawalStore } from '../storage';
import { type ExistingRegistry, mentionedPatients } from '../validation';
import { loadSurroundings } from '../writing';

/** What the registry already holds of what a bundle speaks of. */
export async function loadExistingRegistry(manager: EntityManager, bundle: ParsedBundle, today: CalendarDate): Promise<ExistingRegistry> {
  const { records, extensionRecords } = bundle;
  const store = new CaseStore(manager);
  const codes = [...mentionedPatients(bundle)];
  const centers = await store.centers();
  const cases = await store.load(codes);
  const patients = [...records.patient.map(({ record }) => record), ...[...cases.values()].map(({ patient }) => patient)];
  return {
    isEmpty: centers.size === 0,
    centers,
    closedCenters: await new CenterClosureStore(manager).closedAt(today),
    cases,
    extensionRecords: await new ExtensionRecordStore(manager).load(
      [...new Set(extensionRecords.map(({ format }) => format))],
      [...new Set(extensionRecords.map(({ code }) => code))],
    ),
    tombstones: await new WithdrawalStore(manager).among(codes),
    ...(await loadSurroundings(manager, patients)),
  };
}
