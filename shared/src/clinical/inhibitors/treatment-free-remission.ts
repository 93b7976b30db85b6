import type { Assessment, CalendarDate, CaseFacts, RemissionCriteria } from '../../domain';
import { majorMolecularResponseIsPct } from '../criteria/molecular-response';
import { discontinuations, type StoppedLine } from './discontinuations';
import { inhibitorLines } from './inhibitor-lines';
import { remissionCriteriaAt } from './remission-criteria';

/** An attempt to live without an inhibitor. */
export interface TreatmentFreeRemission {
  /** The day of the last dose. */
  readonly startedOn: CalendarDate;
  /** Undefined: not lost as far as it was documented. */
  readonly lostOn: CalendarDate | undefined;
  /** The last measurement on or after the start; undefined: nobody knows how it went. */
  readonly monitoredUntil: CalendarDate | undefined;
  readonly criteria: RemissionCriteria | undefined;
}

/**
 * The first attempt at treatment-free remission: the first discontinuation that is documented as one. It is lost by the loss
 * of major molecular response, a first BCR::ABL1 of more than 0.1 % IS after the day of the stop, unconfirmed, or by the
 * restart of an inhibitor, whichever came first (Hochhaus et al., Leukemia 2020;34:966). Later attempts are not told.
 *
 * @param assessments in date order, as far as they can be read on the International Scale
 */
export function treatmentFreeRemission(facts: CaseFacts, assessments: readonly Assessment[]): TreatmentFreeRemission | undefined {
  const stop = discontinuations(facts).find(({ stopReason }) => stopReason === 'TREATMENT_FREE_REMISSION');
  if (!stop) return undefined;
  const { stoppedOn: startedOn } = stop;
  const measured = assessments.filter(({ bcrAbl1IsPct }) => bcrAbl1IsPct !== undefined);
  return {
    startedOn,
    lostOn: lossOf(stop, facts, measured),
    monitoredUntil: measured.findLast(({ assessedOn }) => assessedOn >= startedOn)?.assessedOn,
    criteria: remissionCriteriaAt(facts, stop, assessments),
  };
}

function lossOf({ stoppedOn }: StoppedLine, { treatments }: CaseFacts, measured: readonly Assessment[]): CalendarDate | undefined {
  const restarted = inhibitorLines(treatments).find(({ startedOn }) => startedOn > stoppedOn)?.startedOn;
  const relapsed = measured.find(
    ({ assessedOn, bcrAbl1IsPct }) => assessedOn > stoppedOn && bcrAbl1IsPct !== undefined && bcrAbl1IsPct > majorMolecularResponseIsPct,
  )?.assessedOn;
  if (restarted === undefined || relapsed === undefined) return restarted ?? relapsed;
  return restarted < relapsed ? restarted : relapsed;
}
