import type { Patient as PatientRecord, Sex } from '@registry-hub/shared/domain';
import type { Patient } from 'fhir/r4';
import { identifierSystems } from '../codes';
import { extensionFields } from '../extension-fields';
import { reference, writtenExtensions } from './elements';

const genders = { F: 'female', M: 'male', OTHER: 'other', UNKNOWN: 'unknown' } as const satisfies Record<Sex, Patient['gender']>;

/** A patient under the registry's code: the birth date is a month, and nothing else that could tell who it is. */
export function writePatient(patient: PatientRecord): Patient {
  const { patientCode, centerCode, sex, birthMonth } = patient;
  return {
    resourceType: 'Patient',
    id: patientCode,
    ...writtenExtensions(extensionFields.patient, { ...patient }),
    identifier: [{ system: identifierSystems.patient, value: patientCode }],
    gender: genders[sex],
    birthDate: birthMonth,
    ...deceased(patient),
    managingOrganization: reference('Organization', centerCode),
  };
}

/** Of a patient who was lost, R4 has nothing to say; the extension says it. */
function deceased({ vitalStatus, diedOn }: PatientRecord): Pick<Patient, 'deceasedBoolean' | 'deceasedDateTime'> {
  if (diedOn !== undefined) return { deceasedDateTime: diedOn };
  return vitalStatus === 'LOST' ? {} : { deceasedBoolean: vitalStatus === 'DEAD' };
}
