import type { AdverseEvent as AdverseEventRecord } from '@registry-hub/shared/domain';
import type { AdverseEvent, Medication } from 'fhir/r4';
import { extensionFields } from '../extension-fields';
import { reference, writtenExtensions } from './elements';
import { resourceId } from './resource-id';
import { writeDrug } from './write-drug';

const DRUG = 'drug';

/** An adverse event by its CTCAE term; the drug is a contained medication, since no statement need be documented for it. */
export function writeAdverseEvent(event: AdverseEventRecord): AdverseEvent {
  const { patientCode, term, onsetOn, drug } = event;
  const medication: Medication | undefined = drug && { resourceType: 'Medication', id: DRUG, code: writeDrug(drug) };
  return {
    resourceType: 'AdverseEvent',
    id: resourceId(patientCode, 'event', onsetOn, term),
    ...(medication ? { contained: [medication] } : {}),
    ...writtenExtensions(extensionFields.adverseEvent, { ...event }),
    actuality: 'actual',
    event: { text: term },
    subject: reference('Patient', patientCode),
    date: onsetOn,
    ...(medication ? { suspectEntity: [{ instance: { reference: `#${DRUG}` } }] } : {}),
  };
}
