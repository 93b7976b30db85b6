import { consentTerms } from '../consent-terms';
import { type FhirElement, isAmong } from './fhir-element';
import { PartDraft, type RowPart } from './row-part';

/** Participation in the registry, as fields of the patient. An objection to secondary use is told: a bundle has no field for it. */
export function readConsent(consent: FhirElement): readonly RowPart[] {
  const { objection, registry } = consentTerms;
  const categories = consent.all('category').flatMap((category) => category.codings());
  if (isAmong(registry, categories)) return [readParticipation(consent)];
  if (isAmong(objection, categories))
    consent.fault('OBJECTION_NOT_STORED', 'is an objection to secondary use, which is recorded for each patient by itself.', 'category');
  else consent.fault('OUTSIDE_REGISTRY', `holds no ${registry.code} of ${registry.system}.`, 'category');
  return [];
}

function readParticipation(consent: FhirElement): RowPart {
  consent.skip('scope', 'policyRule');
  const draft = new PartDraft('patient').refer('patientCode', consent, 'patient', 'Patient').day('consentedOn', consent, 'dateTime');
  const status = consent.text('status');
  const provision = consent.one('provision');
  const type = provision?.text('type') ?? 'permit';
  if (type !== 'permit') consent.fault('VALUE_NOT_HELD', 'must be permit: who denies is not in the registry.', 'provision.type');
  if (status === 'inactive') {
    draft.day('consentWithdrawnOn', provision?.one('period')?.skip('start'), 'end');
    if (!draft.fields.has('consentWithdrawnOn'))
      consent.fault('VALUE_NOT_HELD', 'must be the day on which consent ended that is inactive.', 'provision.period.end');
  } else if (status !== 'active') {
    consent.fault('VALUE_NOT_HELD', 'must be active, or inactive for consent withdrawn.', 'status');
  }
  return draft;
}
