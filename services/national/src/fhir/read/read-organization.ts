import { identifierSystems } from '../codes';
import { extensionFields } from '../extension-fields';
import type { FhirElement } from './fhir-element';
import { readRegistryCode } from './read-registry-code';
import { readExtensions } from './read-value';
import { PartDraft, type RowPart } from './row-part';

export function readOrganization(organization: FhirElement): readonly RowPart[] {
  const center = new PartDraft('center')
    .set('centerCode', readRegistryCode(organization, identifierSystems.center))
    .text('name', organization, 'name')
    .text('city', organization.all('address')[0], 'city');
  readExtensions(center, organization, extensionFields.center);
  return [center];
}
