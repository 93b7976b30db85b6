import { type Assessment, type MolecularResponse, molecularResponses, type TreatmentLine } from '../../domain';
import { molecularResponseOf } from '../criteria/molecular-response';
import { endOfLine } from '../timeline/treatment-at';
import { inhibitorLines } from './inhibitor-lines';

/**
 * The deepest level that any measurement under an inhibitor supports; what is found on the day of a stop is found under the
 * drug, what is found on the day of a start is not. Absent without such a measurement.
 *
 * @param assessments as far as they can be read on the International Scale
 */
export function deepestMolecularResponse(
  treatments: readonly TreatmentLine[],
  assessments: readonly Assessment[],
): MolecularResponse | undefined {
  const courses = inhibitorLines(treatments).map((line) => ({ start: line.startedOn, end: endOfLine(line, treatments) }));
  let deepest = -1;
  for (const { assessedOn, bcrAbl1IsPct, abl1Copies } of assessments) {
    if (bcrAbl1IsPct === undefined) continue;
    const treated = courses.some(({ start, end }) => start < assessedOn && (end === undefined || assessedOn <= end));
    if (treated) deepest = Math.max(deepest, molecularResponses.indexOf(molecularResponseOf(bcrAbl1IsPct, abl1Copies)));
  }
  return molecularResponses[deepest];
}
