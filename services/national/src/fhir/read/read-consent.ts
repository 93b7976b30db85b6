import { consentTerms } from '../consent-terms';
import { type FhirElement, isAmong } from './fhir-element';
import { PartDraft, type RowPart } from './row-part';

/** What a patient's record is told beside the fields of a bundle, which has none for it: the objection, and its day. */
export const OBJECTION = 'ehdsOptOut';
export const OBJECTION_DAY = 'ehdsOptOutOn';

/** Participation in the registry, as fields of the patient, or the objection to secondary use. */
export function readConsent(consent: FhirElement): readonly RowPart[] {
  const { objection, registry } = consentTerms;
  const categories = consent.all('category').flatMap((category) => category.codings());
  if (isAmong(registry, categories)) return [readParticipation(consent)];
  if (isAmong(objection, categories)) return readObjection(consent);
  consent.fault('OUTSIDE_REGISTRY', `holds no ${registry.code} or ${objection.code} of ${registry.system}.`, 'category');
  return [];
}

/** Whether an objection was taken back is for the registry to record; only one that stands is read. */
function readObjection(consent: FhirElement): readonly RowPart[] {
  consent.skip('scope', 'policyRule');
  if (consent.text('status') !== 'active') {
    consent.fault('VALUE_NOT_HELD', 'must be active: an objection that was taken back is recorded for each patient by itself.', 'status');
    return [];
  }
  const provision = consent.one('provision');
  if (provision?.text('type') !== 'deny') {
    consent.fault('VALUE_NOT_HELD', 'must be deny: an objection permits nothing.', 'provision.type');
    return [];
  }
  const draft = new PartDraft('patient')
    .refer('patientCode', consent, 'patient', 'Patient')
    .set(OBJECTION, { value: true, path: `${consent.path}.provision.type` })
    .day(OBJECTION_DAY, consent, 'dateTime');
  return [draft];
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
