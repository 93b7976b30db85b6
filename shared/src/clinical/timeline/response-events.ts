import type { Assessment, CaseFacts } from '../../domain';
import {
  completeCytogeneticResponseLoss,
  completeHematologicResponseLoss,
  majorCytogeneticResponseLoss,
  majorMolecularResponseLoss,
} from '../criteria/loss-definitions';
import { type MolecularResponse, molecularResponseOf, molecularResponses } from '../criteria/molecular-response';
import { type LossConfirmation, type LossDefinition, type ResponseLoss, responseLosses } from '../criteria/response-loss';
import { recordReference } from '../record-reference';
import { sentence } from './plain-words';
import type { CourseEvent } from './timeline-event';

interface ResponseRow {
  readonly name: string;
  readonly field: keyof Assessment & string;
}

const deepResponses = [
  ['MR4', 'MR4'],
  ['MR4_5', 'MR4.5'],
] as const satisfies readonly (readonly [MolecularResponse, string])[];

/**
 * When each response was reached, first or again, and when it was lost. A loss is confirmed as the case's derivation has it:
 * by a second measurement, or, of a case with a notified failure, at the last one by the notification.
 *
 * @param assessments in date order, as far as they can be read on the International Scale
 */
export function responseEvents({ failure }: CaseFacts, assessments: readonly Assessment[]): readonly CourseEvent[] {
  const confirmation: LossConfirmation = failure ? 'LAST_COUNTS' : 'NEEDED';
  const eventsOf = <V>(row: ResponseRow, definition: LossDefinition<V>): readonly CourseEvent[] =>
    reachedAndLost(row, definition, assessments, confirmation);
  return [
    ...eventsOf({ name: 'complete haematological response', field: 'completeHematologicResponse' }, completeHematologicResponseLoss),
    ...eventsOf({ name: 'major cytogenetic response', field: 'metaphasesPhPositive' }, majorCytogeneticResponseLoss),
    ...eventsOf({ name: 'complete cytogenetic response', field: 'metaphasesPhPositive' }, completeCytogeneticResponseLoss),
    ...eventsOf({ name: 'major molecular response', field: 'bcrAbl1IsPct' }, majorMolecularResponseLoss),
    ...deepResponses.flatMap(([level, name]) => firstAtLevel(level, name, assessments)),
  ];
}

function reachedAndLost<V>(
  row: ResponseRow,
  definition: LossDefinition<V>,
  assessments: readonly Assessment[],
  confirmation: LossConfirmation,
): readonly CourseEvent[] {
  const { valueOf, isResponse } = definition;
  const shown = assessments.filter((assessment) => {
    const value = valueOf(assessment);
    return value !== undefined && isResponse(value);
  });
  const losses = firstOfEach(responseLosses(definition, assessments, confirmation));
  const again = losses.flatMap(({ lost }) => shown.find(({ assessedOn }) => assessedOn > lost.assessedOn) ?? []);
  return [
    ...shown.slice(0, 1).map((assessment) => achieved(row, assessment, `first ${row.name}`)),
    ...again.map((assessment) => achieved(row, assessment, `${row.name} again`)),
    ...losses.map((loss) => lostEvent(row, loss)),
  ];
}

/** A response that stays lost is measured as lost many times; its loss is the first of them. */
function firstOfEach(losses: readonly ResponseLoss[]): readonly ResponseLoss[] {
  return losses.filter(({ reached }, index) => losses.findIndex((loss) => loss.reached === reached) === index);
}

function firstAtLevel(level: MolecularResponse, name: string, assessments: readonly Assessment[]): readonly CourseEvent[] {
  const depth = molecularResponses.indexOf(level);
  const first = assessments.find(
    ({ bcrAbl1IsPct, abl1Copies }) =>
      bcrAbl1IsPct !== undefined && molecularResponses.indexOf(molecularResponseOf(bcrAbl1IsPct, abl1Copies)) >= depth,
  );
  return first ? [achieved({ name, field: 'bcrAbl1IsPct' }, first, `first ${name}`)] : [];
}

function achieved({ field }: ResponseRow, assessment: Assessment, words: string): CourseEvent {
  return {
    kind: 'RESPONSE_ACHIEVED',
    on: assessment.assessedOn,
    meaning: sentence([words]),
    record: recordReference('assessment', assessment, field),
  };
}

function lostEvent({ name, field }: ResponseRow, { reached, lost, confirmed }: ResponseLoss): CourseEvent {
  const confirmation = confirmed ? `confirmed on ${confirmed.assessedOn}` : 'not measured again';
  return {
    kind: 'RESPONSE_LOST',
    on: lost.assessedOn,
    meaning: sentence([`${name} lost`, `last shown on ${reached.assessedOn}`, confirmation]),
    record: recordReference('assessment', lost, field),
  };
}
