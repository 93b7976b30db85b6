import type { FhirElement } from './fhir-element';
import type { Found } from './row-part';

/**
 * The registry's own identifier of a centre or patient, or the resource's id where it has none. Other identifiers are given to
 * `other`, as the name of the element they stand in.
 */
export function readRegistryCode(element: FhirElement, system: string, other?: (name: string) => void): Found | undefined {
  const id = element.text('id');
  let own: Found | undefined;
  element.all('identifier').forEach((identifier, index) => {
    if (identifier.text('system') !== system) {
      identifier.skip('value', 'use', 'type', 'period', 'assigner');
      other?.(`identifier[${index}]`);
      return;
    }
    const value = identifier.skip('use').text('value');
    if (value !== undefined) own ??= { value, path: `${identifier.path}.value` };
  });
  return own ?? (id === undefined ? undefined : { value: id, path: `${element.path}.id` });
}
