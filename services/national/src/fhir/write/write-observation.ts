import type { Observation, ObservationComponent } from 'fhir/r4';
import { namespaces } from '../codes';
import type { ObservationShape } from '../observation-shapes';
import { concept, reference, type Values, writtenValue } from './elements';

/** An observation of a record, whether or not it says more than its day. */
export function writeObservation(shape: ObservationShape, id: string, values: Values): Observation {
  const { term, category, day, value, components = [] } = shape;
  const said = value && values[value.field];
  const component = components.flatMap((one): ObservationComponent[] => {
    const known = values[one.field];
    return known === undefined ? [] : [{ code: concept(one.term), ...writtenValue(one.type, known) }];
  });
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    category: [{ coding: [{ system: namespaces.observationCategory, code: category }] }],
    code: concept(term),
    subject: reference('Patient', String(values['patientCode'])),
    effectiveDateTime: String(values[day]),
    ...(value && said !== undefined ? writtenValue(value.type, said) : {}),
    ...(value && said === undefined ? absent : {}),
    ...(component.length === 0 ? {} : { component }),
  };
}

/** Components may be known of an observation whose value is not. */
const absent = { dataAbsentReason: { coding: [{ system: namespaces.dataAbsentReason, code: 'unknown' }] } };

/** Whether any of the fields that an observation of this shape says is known. */
export function saysSomething({ value, components = [] }: ObservationShape, values: Values): boolean {
  return [...(value ? [value] : []), ...components].some(({ field }) => values[field] !== undefined);
}
