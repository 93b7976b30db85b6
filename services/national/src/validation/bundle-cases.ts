import { deriveCase } from '@registry-hub/shared/clinical';
import type { CaseFacts, DerivedCase, Patient } from '@registry-hub/shared/domain';
import type { ParsedBundle } from '../intake';
import { type CaseRecords, recordsByPatient } from './case-records';
import type { ExistingRegistry } from './existing-registry';
import { mergeCase } from './merge-case';

/** One patient of a bundle, as the case stands after the import. */
export interface BundleCase {
  readonly facts: CaseFacts;
  readonly derived: DerivedCase;
  readonly incoming: CaseRecords;
  /** Whether all rows of the patient could be read whole, the patient's own among them unless the registry has it. */
  readonly whole: boolean;
  /** Whether the patient's own record is known; without it the rest is still checked, and nothing can be stored. */
  readonly patientKnown: boolean;
}

/** The patients of a bundle in code order; those who withdrew consent are left out, since nothing may be made of their data. */
export function bundleCases({ records, gaps }: ParsedBundle, existing: ExistingRegistry): readonly BundleCase[] {
  const wholeFileLost = [...gaps.kinds].some((kind) => kind !== 'center');
  const cases: BundleCase[] = [];
  for (const [code, incoming] of recordsByPatient(records)) {
    if (existing.tombstones?.has(code)) continue;
    const known = existing.cases.get(code);
    const patient = incoming.patient[0]?.record ?? known?.patient;
    const facts = mergeCase(patient ?? standIn(code), known, incoming);
    const patientKnown = patient !== undefined;
    cases.push({
      facts,
      derived: deriveCase(facts),
      incoming,
      whole: patientKnown && !wholeFileLost && !gaps.patients.has(code),
      patientKnown,
    });
  }
  return cases;
}

/** In place of a patient whose own row is missing or unreadable: someone of whom no rule has anything to say. */
function standIn(patientCode: string): Patient {
  return {
    patientCode,
    centerCode: patientCode.slice(0, patientCode.lastIndexOf('-')),
    sex: 'UNKNOWN',
    birthMonth: '1850-01',
    vitalStatus: 'LOST',
  };
}
