import { drugOfAtc, localSystems, namespaces } from '../codes';
import type { FhirElement, ReadCoding } from './fhir-element';
import type { Found } from './row-part';

/** The drug that codes name: the registry's own code, else the ATC code; undefined, and reported, when neither is known. */
export function readDrug(concept: FhirElement | undefined): Found | undefined {
  if (!concept) return undefined;
  const codes = concept.codings();
  const drug = ownDrug(codes) ?? atcDrug(codes);
  if (drug !== undefined) return { value: drug, path: concept.path };
  concept.fault('UNKNOWN_CODE', `must hold a code of ${localSystems.drug.uri}, or an ATC code of one of its drugs.`);
  return undefined;
}

/** The drug of the contained Medication that a reference such as `#drug` means. */
export function readContainedDrug(resource: FhirElement, reference: FhirElement | undefined): Found | undefined {
  if (!reference) return undefined;
  const address = reference.text('reference');
  const medication = resource.all('contained').find((one) => `#${one.skip('resourceType').text('id') ?? ''}` === address);
  if (medication) return readDrug(medication.one('code'));
  reference.fault('VALUE_NOT_HELD', 'must refer to a Medication that the resource contains.');
  return undefined;
}

function ownDrug(codes: readonly ReadCoding[]): string | undefined {
  const code = codes.find(({ system }) => system === localSystems.drug.uri)?.code;
  return localSystems.drug.values.find((value) => value === code);
}

function atcDrug(codes: readonly ReadCoding[]): string | undefined {
  const code = codes.find(({ system }) => system === namespaces.atc)?.code;
  return code === undefined ? undefined : drugOfAtc(code);
}
