import type { Assessment } from '../../domain';
import {
  completeCytogeneticResponseLoss,
  completeHematologicResponseLoss,
  cytogeneticProgression,
  type LossDefinition,
  majorCytogeneticResponseLoss,
  majorMolecularResponseLoss,
  responseLosses,
  showsAdvancedPhase,
} from '../criteria';
import { recordReference } from '../record-reference';
import type { FailureCode } from './failure-criteria';
import type { FailureWindow } from './failure-window';
import type { MetCriterion } from './met-criterion';

interface LossRow {
  readonly code: FailureCode;
  readonly name: string;
  readonly field: keyof Assessment & string;
}

/** The first loss of one kind. At the last measurement it counts unconfirmed: the notification confirms it. */
function firstLoss<V>(row: LossRow, definition: LossDefinition<V>, assessments: readonly Assessment[]): readonly MetCriterion[] {
  const [loss] = responseLosses(definition, assessments, 'LAST_COUNTS');
  if (!loss) return [];
  const shown = [loss.reached, loss.lost, ...(loss.confirmed ? [loss.confirmed] : [])];
  return [
    {
      code: row.code,
      message: `${row.name} on ${loss.lost.assessedOn}, after the response of ${loss.reached.assessedOn}.`,
      evidence: shown.map((assessment) => recordReference('assessment', assessment, row.field)),
    },
  ];
}

function progressions(assessments: readonly Assessment[]): readonly MetCriterion[] {
  const progressed = assessments.find((assessment) => showsAdvancedPhase(assessment) === true);
  if (!progressed) return [];
  return [
    {
      code: 'B3',
      message: `${progressed.phase ?? 'Blasts of an advanced'} phase on ${progressed.assessedOn}.`,
      evidence: [recordReference('assessment', progressed, progressed.phase ? 'phase' : 'blastsPct')],
    },
  ];
}

/** Losses of response before failure, B1 to B4. A haematological relapse is one in chronic phase. */
export function lossesOfResponse({ assessments }: FailureWindow, countsMolecularLoss: boolean): readonly MetCriterion[] {
  const inChronicPhase = assessments.filter((assessment) => showsAdvancedPhase(assessment) !== true);
  const cytogenetic = { code: 'B2', field: 'metaphasesPhPositive' } as const;
  return [
    ...progressions(assessments),
    ...firstLoss(
      { code: 'B1', name: 'Loss of complete haematological response', field: 'completeHematologicResponse' },
      completeHematologicResponseLoss,
      inChronicPhase,
    ),
    ...firstLoss({ ...cytogenetic, name: 'Loss of complete cytogenetic response' }, completeCytogeneticResponseLoss, assessments),
    ...firstLoss({ ...cytogenetic, name: 'Loss of major cytogenetic response' }, majorCytogeneticResponseLoss, assessments),
    ...firstLoss({ ...cytogenetic, name: 'Rise of Ph+ metaphases by 30 points or more' }, cytogeneticProgression, assessments),
    ...(countsMolecularLoss
      ? firstLoss({ code: 'B4', name: 'Loss of major molecular response', field: 'bcrAbl1IsPct' }, majorMolecularResponseLoss, assessments)
      : []),
  ];
}
