import type { CaseFacts, Patient } from '@registry-hub/shared/domain';
import type { Consent } from 'fhir/r4';
import { namespaces, type Term } from '../codes';
import { consentTerms } from '../consent-terms';
import { concept, reference } from './elements';
import { resourceId } from './resource-id';

/**
 * What a patient agreed or objected to: participation, when anything of it is documented, and the objection to secondary use.
 *
 * @param objection whether the patient objects to secondary use across borders, and since when where that is known
 */
export function* writeConsents(
  patient: Patient,
  { ehdsOptOut, ehdsOptOutOn }: Pick<CaseFacts, 'ehdsOptOut' | 'ehdsOptOutOn'>,
): Generator<Consent> {
  if (patient.consentedOn !== undefined || patient.consentWithdrawnOn !== undefined) yield writeParticipation(patient);
  if (!ehdsOptOut) return;
  yield {
    ...consentOf(patient, consentTerms.objection, 'objection'),
    status: 'active',
    ...(ehdsOptOutOn === undefined ? {} : { dateTime: ehdsOptOutOn }),
    provision: { type: 'deny' },
  };
}

function writeParticipation(patient: Patient): Consent {
  const { consentedOn, consentWithdrawnOn } = patient;
  return {
    ...consentOf(patient, consentTerms.registry, 'consent'),
    status: consentWithdrawnOn === undefined ? 'active' : 'inactive',
    ...(consentedOn === undefined ? {} : { dateTime: consentedOn }),
    provision: { type: 'permit', ...(consentWithdrawnOn === undefined ? {} : { period: { end: consentWithdrawnOn } }) },
  };
}

/** R4 asks for a policy (ppc-1): the category says which. */
function consentOf({ patientCode }: Patient, category: Term, name: string): Omit<Consent, 'status'> {
  return {
    resourceType: 'Consent',
    id: resourceId(patientCode, name),
    scope: { coding: [{ system: namespaces.consentScope, code: consentTerms.scope.code }] },
    category: [concept(category)],
    patient: reference('Patient', patientCode),
    policyRule: concept(category),
  };
}
