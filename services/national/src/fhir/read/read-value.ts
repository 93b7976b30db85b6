import { inUnit, type LocalSystem, namespaces } from '../codes';
import type { ExtensionField, ValueType } from '../fhir-field';
import type { FhirElement } from './fhir-element';
import { type Found, foundDay, type PartDraft } from './row-part';

/** The `value[x]` of an observation, a component or an extension as a field's value; undefined when absent or at fault. */
export function readValue(element: FhirElement, type: ValueType): Found | undefined {
  switch (type.kind) {
    case 'quantity':
      return readQuantity(element, 'valueQuantity', type.unit);
    case 'integer':
      return found(element, 'valueInteger', element.number('valueInteger'));
    case 'boolean':
      return found(element, 'valueBoolean', element.boolean('valueBoolean'));
    case 'text':
      return found(element, 'valueString', element.text('valueString'));
    case 'day':
      return foundDay(element, element.has('valueDate') ? 'valueDate' : 'valueDateTime');
    case 'code':
      return readCode(element.one('valueCodeableConcept'), type.system);
    case 'variant':
      return readVariant(element);
  }
}

/** A quantity in a unit of the registry; one of an equal unit is converted, one with a comparator is no value. */
export function readQuantity(element: FhirElement, name: string, unit: string): Found | undefined {
  const quantity = element.one(name)?.skip('unit');
  const value = quantity?.number('value');
  if (!quantity || value === undefined) return undefined;
  if (quantity.text('comparator') !== undefined) {
    quantity.fault('VALUE_NOT_HELD', 'must be absent: the registry holds measured values, not bounds.', 'comparator');
    return undefined;
  }
  const code = quantity.text('system') === namespaces.ucum ? quantity.text('code') : undefined;
  const converted = code === undefined ? undefined : inUnit(value, code, unit);
  if (converted === undefined) quantity.fault('UNKNOWN_UNIT', `must be the UCUM unit ${unit} or one of the same kind.`, 'code');
  return found(quantity, 'value', converted);
}

/** A code of the registry's own; codes of other systems may stand beside it. */
export function readCode(concept: FhirElement | undefined, { uri, values }: LocalSystem): Found | undefined {
  const own = concept?.codings().find(({ system }) => system === uri)?.code;
  if (concept && own !== undefined && values.includes(own)) return { value: own, path: concept.path };
  concept?.fault('UNKNOWN_CODE', `must hold one of ${values.join(', ')} of ${uri}.`);
  return undefined;
}

/** A protein change as an HGVS code or as text; intake brings it to its short form. */
function readVariant(element: FhirElement): Found | undefined {
  const concept = element.one('valueCodeableConcept');
  if (!concept) return found(element, 'valueString', element.text('valueString'));
  const code = concept.codings().find(({ system }) => system === namespaces.hgvs)?.code;
  if (code !== undefined) return { value: code, path: concept.path };
  concept.fault('UNKNOWN_CODE', `must hold a protein change of ${namespaces.hgvs}.`);
  return undefined;
}

/** What the extensions of an element say of some fields. */
export function readExtensions(draft: PartDraft, element: FhirElement, fields: readonly ExtensionField[]): void {
  for (const { field, url, type } of fields) {
    const extension = element.extension(url);
    if (extension) draft.set(field, readValue(extension, type));
  }
}

function found(element: FhirElement, name: string, value: string | number | boolean | undefined): Found | undefined {
  return value === undefined ? undefined : { value, path: `${element.path}.${name}` };
}
