import type { EntityManager } from 'typeorm';
import { ndjson, type PatientResources, patientResources, writeOrganization } from '../fhir';
import { CaseStore, patientCodes, recordBatches } from '../storage';
import type { ExportedFile } from './exported-file';

/** Patients that are in memory at one time. */
const PATIENTS_AT_ONCE = 500;

const patientTypes = Object.keys(patientResources) as readonly (keyof PatientResources)[];

/** The resource types that a registry is exported as, each before those that refer to it. */
export const exportedTypes: readonly string[] = ['Organization', ...patientTypes];

/** One file of NDJSON for each resource type, patients in the order of their codes; within a transaction. */
export function fhirFiles(manager: EntityManager): readonly ExportedFile[] {
  return [
    { name: nameOf('Organization'), text: () => organizations(manager) },
    ...patientTypes.map((type) => ({ name: nameOf(type), text: () => resourcesOf(manager, type) })),
  ];
}

const nameOf = (type: string): string => `${type}.ndjson`;

async function* organizations(manager: EntityManager): AsyncGenerator<string> {
  for await (const centers of recordBatches(manager, 'center')) yield* ndjson(centers.map(writeOrganization));
}

async function* resourcesOf(manager: EntityManager, type: keyof PatientResources): AsyncGenerator<string> {
  const store = new CaseStore(manager);
  for await (const codes of patientCodes(manager, PATIENTS_AT_ONCE)) {
    for (const facts of (await store.load(codes)).values()) yield [...ndjson(patientResources[type](facts))].join('');
  }
}
