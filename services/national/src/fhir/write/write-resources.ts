import type { CaseFacts } from '@registry-hub/shared/domain';
import type { AdverseEvent, Condition, Consent, MedicationStatement, Observation, Organization, Patient } from 'fhir/r4';
import { writeAdverseEvent } from './write-adverse-event';
import { writeCondition } from './write-condition';
import { writeConsents } from './write-consents';
import { writeMedicationStatements } from './write-medication-statements';
import { writeAssessment, writeDiagnosisObservations, writeFailure, writeMutation } from './write-observations';
import { writePatient } from './write-patient';

/** The resources that are about a patient, by type. */
export interface PatientResources {
  readonly Patient: Patient;
  readonly Consent: Consent;
  readonly Condition: Condition;
  readonly MedicationStatement: MedicationStatement;
  readonly Observation: Observation;
  readonly AdverseEvent: AdverseEvent;
}

export type RegistryResource = Organization | PatientResources[keyof PatientResources];

/** A patient's resources of each type, in the order of the records' keys; what is not documented gives none. */
export const patientResources: { readonly [T in keyof PatientResources]: (facts: CaseFacts) => Generator<PatientResources[T]> } = {
  *Patient({ patient }) {
    yield writePatient(patient);
  },
  *Consent({ patient, ...objection }) {
    yield* writeConsents(patient, objection);
  },
  *Condition({ diagnosis }) {
    if (diagnosis) yield writeCondition(diagnosis);
  },
  *MedicationStatement({ treatments, doses }) {
    yield* writeMedicationStatements(treatments, doses);
  },
  *Observation({ diagnosis, assessments, mutations, failure }) {
    if (diagnosis) yield* writeDiagnosisObservations(diagnosis);
    for (const assessment of assessments) yield* writeAssessment(assessment);
    yield* mutations.map(writeMutation);
    if (failure) yield writeFailure(failure);
  },
  *AdverseEvent({ adverseEvents }) {
    yield* adverseEvents.map(writeAdverseEvent);
  },
};
