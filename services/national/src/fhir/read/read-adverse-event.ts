import { extensionFields } from '../extension-fields';
import type { FhirElement } from './fhir-element';
import { readContainedDrug } from './read-drug';
import { readExtensions } from './read-value';
import { PartDraft, type RowPart } from './row-part';

/** An adverse event that happened, by the words of its term. */
export function readAdverseEvent(event: FhirElement): readonly RowPart[] {
  if (event.text('actuality') !== 'actual') {
    event.fault('VALUE_NOT_HELD', 'must be actual: the registry holds events that happened.', 'actuality');
    return [];
  }
  const draft = new PartDraft('adverseEvent')
    .refer('patientCode', event, 'subject', 'Patient')
    .text('term', event.one('event'), 'text')
    .day('onsetOn', event, 'date');
  readExtensions(draft, event, extensionFields.adverseEvent);
  const [suspect] = event.all('suspectEntity');
  return [draft.set('drug', readContainedDrug(event, suspect?.one('instance')))];
}
