import type { Center } from '@registry-hub/shared/domain';
import type { Organization } from 'fhir/r4';
import { identifierSystems } from '../codes';
import { extensionFields } from '../extension-fields';
import { writtenExtensions } from './elements';

/** A centre. */
export function writeOrganization(center: Center): Organization {
  const { centerCode, name, city } = center;
  return {
    resourceType: 'Organization',
    id: centerCode,
    ...writtenExtensions(extensionFields.center, { ...center }),
    identifier: [{ system: identifierSystems.center, value: centerCode }],
    name,
    ...(city === undefined ? {} : { address: [{ city }] }),
  };
}
