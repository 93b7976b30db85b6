import { identifierSystems } from '../codes';
import { extensionFields } from '../extension-fields';
import type { FhirElement } from './fhir-element';
import { readRegistryCode } from './read-registry-code';
import { readExtensions } from './read-value';
import { foundDay, PartDraft, type RowPart } from './row-part';

const sexes: ReadonlyMap<string | undefined, string> = new Map([
  ['female', 'F'],
  ['male', 'M'],
  ['other', 'OTHER'],
  ['unknown', 'UNKNOWN'],
]);

const IDENTIFYING = ['name', 'telecom', 'address', 'photo', 'contact'] as const;

/** A patient under the registry's code; whatever else could tell who it is refuses the whole. */
export function readPatient(patient: FhirElement): readonly RowPart[] {
  const mayNotStand = (name: string): void => {
    patient.fault('IDENTIFYING_ELEMENT', 'must be left out: the registry holds nothing that identifies a person.', name);
  };
  for (const name of IDENTIFYING) {
    if (patient.has(name)) mayNotStand(name);
    patient.skip(name);
  }
  const draft = new PartDraft('patient')
    .set('patientCode', readRegistryCode(patient, identifierSystems.patient, mayNotStand))
    .refer('centerCode', patient, 'managingOrganization', 'Organization')
    .text('birthMonth', patient, 'birthDate');
  const sex = sexes.get(patient.text('gender'));
  if (sex !== undefined) draft.set('sex', { value: sex, path: `${patient.path}.gender` });
  readExtensions(draft, patient, extensionFields.patient);
  readDeceased(draft, patient);
  return [draft];
}

/** R4's own elements say less than the extension; alone they are enough for who is alive and who is dead. */
function readDeceased(draft: PartDraft, patient: FhirElement): void {
  const diedOn = foundDay(patient, 'deceasedDateTime');
  const deceased = patient.boolean('deceasedBoolean');
  draft.set('diedOn', diedOn);
  if (diedOn === undefined && deceased === undefined) return;
  const path = `${patient.path}.deceased`;
  const value = diedOn !== undefined || deceased === true ? 'DEAD' : 'ALIVE';
  const said = draft.fields.get('vitalStatus');
  if (!said) draft.set('vitalStatus', { value, path });
  else if (deceased !== undefined && said.value !== value)
    patient.fault('CONTRADICTION', `must say what ${said.path} says.`, 'deceasedBoolean');
}
