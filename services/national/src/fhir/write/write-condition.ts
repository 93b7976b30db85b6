import { diseaseEntry } from '@registry-hub/shared/clinical';
import type { Diagnosis } from '@registry-hub/shared/domain';
import type { Condition } from 'fhir/r4';
import { diseaseTerms, localSystems, namespaces } from '../codes';
import { ASSERTED_DATE } from '../extension-fields';
import { coding, localConcept, reference } from './elements';

/** The disease, its day and its phase; what was measured at diagnosis are observations with this as their focus. */
export function writeCondition({ patientCode, disease, diagnosedOn, phase }: Diagnosis): Condition {
  const others = diseaseTerms.get(disease) ?? [];
  const display = diseaseEntry(disease)?.name;
  return {
    resourceType: 'Condition',
    id: patientCode,
    extension: [{ url: ASSERTED_DATE, valueDateTime: diagnosedOn }],
    verificationStatus: { coding: [{ system: namespaces.verificationStatus, code: 'confirmed' }] },
    code: { coding: [{ system: namespaces.icdO3, code: disease, ...(display !== undefined && { display }) }, ...others.map(coding)] },
    subject: reference('Patient', patientCode),
    ...(phase === undefined ? {} : { stage: [{ summary: localConcept(localSystems.phase, phase) }] }),
  };
}
