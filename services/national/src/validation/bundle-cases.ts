import { deriveCase } from '@registry-hub/shared/clinical';
import type { CaseFacts, DerivedCase, Patient } from '@registry-hub/shared/domain';
import type { ParsedBundle, PatientObjection } from '../intake';
import { type CaseRecords, recordsByPatient } from './case-records';
import type { ExistingRegistry } from './existing-registry';
import { mergeCase } from './merge-case';
import { withdrawalOf } from './withdrawals';

/** One patient of a bundle, as the case stands after the import. */
export interface BundleCase {
  readonly facts: CaseFacts;
  readonly derived: DerivedCase;
  readonly incoming: CaseRecords;
  /** Whether all rows of the patient could be read whole, the patient's own among them unless the registry has it. */
  readonly whole: boolean;
  /** Whether the case can be stored: without the patient's own record the rest is checked all the same. */
  readonly storable: boolean;
}

/**
 * The patients of a bundle in code order. Erased ones are left out, since nothing may be made of their data; of those whose
 * withdrawal the bundle brings there is what the bundle says, for its rows are checked like all others, and never stored.
 */
export function bundleCases(bundle: ParsedBundle, existing: ExistingRegistry): readonly BundleCase[] {
  const { gaps, objections } = bundle;
  const wholeFileLost = [...gaps.kinds].some((kind) => kind !== 'center');
  const cases: BundleCase[] = [];
  for (const [code, incoming] of recordsByPatient(bundle)) {
    const own = incoming.patient[0]?.record;
    const withdrawn = own !== undefined && withdrawalOf(own) !== undefined;
    if (!withdrawn && existing.tombstones?.has(code)) continue;
    const known = withdrawn ? undefined : existing.cases.get(code);
    const patient = own ?? known?.patient;
    const facts = objecting(mergeCase(patient ?? standIn(code), known, incoming), objections.get(code));
    const storable = patient !== undefined && !withdrawn;
    cases.push({ facts, derived: deriveCase(facts), incoming, whole: storable && !wholeFileLost && !gaps.patients.has(code), storable });
  }
  return cases;
}

/** An objection that is stored already stays as it was recorded; none is ever taken back here. */
function objecting(facts: CaseFacts, objection: PatientObjection | undefined): CaseFacts {
  if (!objection || facts.ehdsOptOut) return facts;
  const { on: ehdsOptOutOn } = objection;
  return { ...facts, ehdsOptOut: true, ...(ehdsOptOutOn && { ehdsOptOutOn }) };
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
