import { type CalendarDate, type CaseFacts, compareDates, type Dose, type TreatmentLine } from '../../domain';

/** A line without a stop ends when the next one begins: a registry that documents no stop of the first drug means a switch. */
export function endOfLine({ startedOn, stoppedOn }: TreatmentLine, treatments: readonly TreatmentLine[]): CalendarDate | undefined {
  const following = treatments.map((line) => line.startedOn).filter((date) => date > startedOn);
  return stoppedOn ?? following.toSorted(compareDates)[0];
}

/**
 * The treatment on a day: of the lines that run, the one started last. On the day of a switch it is the line that was running
 * before, since what is found on that day is found under it (project convention).
 */
export function treatmentAt({ treatments }: Pick<CaseFacts, 'treatments'>, on: CalendarDate): TreatmentLine | undefined {
  const running = treatments
    .filter((line) => line.startedOn <= on && (endOfLine(line, treatments) ?? on) >= on)
    .toSorted((one, other) => compareDates(one.startedOn, other.startedOn));
  return running.findLast(({ startedOn }) => startedOn < on) ?? running.at(-1);
}

/** The doses of one line, in date order. */
export function dosesOf({ doses }: Pick<CaseFacts, 'doses'>, { line }: TreatmentLine): readonly Dose[] {
  return doses.filter((dose) => dose.line === line).toSorted((one, other) => compareDates(one.fromOn, other.fromOn));
}

/** The dose of a line on a day, mg: the last documented one from that day or earlier. */
export function mgPerDayAt(facts: Pick<CaseFacts, 'doses'>, line: TreatmentLine, on: CalendarDate): number | undefined {
  return dosesOf(facts, line).findLast(({ fromOn }) => fromOn <= on)?.mgPerDay;
}
