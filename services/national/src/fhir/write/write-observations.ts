import { geneOfVariant, isMutationFound } from '@registry-hub/shared/clinical';
import type { Assessment, Diagnosis, Failure, Mutation } from '@registry-hub/shared/domain';
import type { Observation } from 'fhir/r4';
import { geneTerms, localSystems, observationTerms } from '../codes';
import { assessmentPanel, assessmentShapes, diagnosisShapes, failureShape, mutationShape } from '../observation-shapes';
import { concept, localConcept, reference } from './elements';
import { resourceId } from './resource-id';
import { saysSomething, writeObservation } from './write-observation';

/** What was measured at diagnosis: one observation for each field that is known. */
export function* writeDiagnosisObservations(diagnosis: Diagnosis): Generator<Observation> {
  const { patientCode } = diagnosis;
  for (const shape of diagnosisShapes) {
    if (!saysSomething(shape, { ...diagnosis })) continue;
    const observation = writeObservation(shape, resourceId(patientCode, 'diagnosis', shape.name), { ...diagnosis });
    yield { ...observation, focus: [reference('Condition', patientCode)] };
  }
}

/** An assessment as a panel, which is there even when nothing of it is known but the day, and its members. */
export function* writeAssessment(assessment: Assessment): Generator<Observation> {
  const { patientCode, assessedOn } = assessment;
  const idOf = (name: string): string => resourceId(patientCode, assessedOn, name);
  const members = assessmentShapes
    .filter((shape) => saysSomething(shape, { ...assessment }))
    .map((shape) => writeObservation(shape, idOf(shape.name), { ...assessment }));
  const hasMember = members.map(({ id = '' }) => reference('Observation', id));
  const panel = writeObservation(assessmentPanel, idOf(assessmentPanel.name), { ...assessment });
  yield members.length === 0 ? panel : { ...panel, hasMember };
  yield* members;
}

/** A variant found, or that an analysis of its gene found none. */
export function writeMutation(mutation: Mutation): Observation {
  const { patientCode, sampledOn, variant, method } = mutation;
  const { component = [], ...observation } = writeObservation(mutationShape, resourceId(patientCode, sampledOn, variant), { ...mutation });
  const gene = { code: concept(observationTerms.geneStudied), valueCodeableConcept: concept(geneTerms[geneOfVariant(variant)]) };
  return {
    ...observation,
    valueCodeableConcept: concept(isMutationFound(variant) ? observationTerms.present : observationTerms.absent),
    ...(method === undefined ? {} : { method: localConcept(localSystems.mutationMethod, method) }),
    component: [gene, ...component],
  };
}

/** A failure as it was reported, by the day it happened. */
export function writeFailure(failure: Failure): Observation {
  return writeObservation(failureShape, resourceId(failure.patientCode, failureShape.name), { ...failure });
}
