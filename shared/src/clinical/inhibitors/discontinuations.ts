import { type CaseFacts, compareDates, daysBetween, type Known, type TreatmentLine } from '../../domain';
import { endOfLine } from '../timeline/treatment-at';
import { inhibitorLines } from './inhibitor-lines';

/** A line whose stop is documented. */
export type StoppedLine = TreatmentLine & Required<Pick<Known<TreatmentLine>, 'stoppedOn'>>;

/**
 * Another inhibitor that begins within so many days of the stop is a switch. How long a gap may be in a treatment that goes on is
 * for each study to choose (Cramer et al., Value Health 2008;11:44); 30 days is a project convention.
 */
const MOST_DAYS_OF_A_SWITCH = 30;

/**
 * The stops after which a patient was without any tyrosine kinase inhibitor, in date order. None of them is a stop
 *
 * - by death, whether as its reason or on its day,
 * - during which another inhibitor went on, or on whose day another one began: the patient was never without,
 * - after which another inhibitor began within 30 days, a switch with a pause. A stop documented as one for treatment-free
 *   remission was meant to last, so that there a restart within 30 days is one.
 *
 * A line that is left for another without a documented stop ends with a switch, hence is not stopped here.
 */
export function discontinuations({ treatments, patient }: Pick<CaseFacts, 'treatments' | 'patient'>): readonly StoppedLine[] {
  const lines = inhibitorLines(treatments);
  return lines
    .filter(isStopped)
    .filter(({ stopReason, stoppedOn }) => stopReason !== 'DEATH' && stoppedOn !== patient.diedOn)
    .filter((stopped) => !lines.some((other) => other !== stopped && continues(other, stopped, treatments)))
    .toSorted((one, other) => compareDates(one.stoppedOn, other.stoppedOn));
}

function isStopped(line: TreatmentLine): line is StoppedLine {
  return line.stoppedOn !== undefined;
}

/** Whether another line takes up, or goes on, where one was stopped. */
function continues(other: TreatmentLine, { stoppedOn, stopReason }: StoppedLine, treatments: readonly TreatmentLine[]): boolean {
  if (other.startedOn > stoppedOn) {
    return stopReason !== 'TREATMENT_FREE_REMISSION' && daysBetween(stoppedOn, other.startedOn) <= MOST_DAYS_OF_A_SWITCH;
  }
  const end = endOfLine(other, treatments);
  return end === undefined || end > stoppedOn;
}
