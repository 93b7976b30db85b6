import { mutationShape, type ObservationShape, observationShapes } from '../observation-shapes';
import { type FhirElement, isAmong, type ReadCoding } from './fhir-element';
import { type ReadComponent, readFinding } from './read-finding';
import { readValue } from './read-value';
import { PartDraft, type RowPart } from './row-part';

const FINAL: ReadonlySet<string | undefined> = new Set(['final', 'amended', 'corrected']);

/** A measurement, a visit, a variant or a failure, by its code. Observations of anything else are told and not read. */
export function readObservation(observation: FhirElement): readonly RowPart[] {
  const codes = observation.one('code')?.codings() ?? [];
  const focus = observation.all('focus').map((one) => one.skip('display', 'type').text('reference') ?? '');
  const shape = shapeOf(codes, focus.some(isOfCondition));
  if (!shape) {
    observation.fault('OUTSIDE_REGISTRY', 'is none that the registry documents.', 'code');
    return [];
  }
  observation.skip('category', 'hasMember', 'dataAbsentReason');
  if (!FINAL.has(observation.text('status'))) {
    observation.fault('VALUE_NOT_HELD', 'must be final, amended or corrected.', 'status');
    return [];
  }
  const draft = new PartDraft(shape.kind)
    .refer('patientCode', observation, 'subject', 'Patient')
    .day(shape.day, observation, observation.has('effectiveInstant') ? 'effectiveInstant' : 'effectiveDateTime');
  if (shape.value) draft.set(shape.value.field, readValue(observation, shape.value.type));
  const rest = readComponents(draft, observation, shape);
  if (shape.kind === mutationShape.kind) readFinding(draft, observation, rest);
  return [draft];
}

/** Of the shapes that have a code, the one at diagnosis when the observation's focus is a Condition. */
function shapeOf(codes: readonly ReadCoding[], atDiagnosis: boolean): ObservationShape | undefined {
  const shapes = observationShapes.filter(({ term, alsoRead = [] }) => [term, ...alsoRead].some((one) => isAmong(one, codes)));
  return shapes.find(({ kind }) => (kind === 'diagnosis') === atDiagnosis) ?? shapes[0];
}

/** Reads the components that are fields, in whatever order, and returns the others. */
function readComponents(draft: PartDraft, observation: FhirElement, { components = [] }: ObservationShape): readonly ReadComponent[] {
  return observation.all('component').flatMap((element) => {
    const codes = element.one('code')?.codings() ?? [];
    const known = components.find(({ term }) => isAmong(term, codes));
    if (!known) return [{ element, codes }];
    if (draft.fields.has(known.field)) element.fault('CONTRADICTION', 'must not stand in two components of one observation.', 'code');
    element.skip('dataAbsentReason');
    draft.set(known.field, readValue(element, known.type));
    return [];
  });
}

const isOfCondition = (reference: string): boolean => /(?:^|\/)Condition\//.test(reference);
