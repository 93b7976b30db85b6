import { addMonths, type CalendarDate, type Drug, type StopReason } from '@registry-hub/shared/domain';
import { addDays, onWeekday } from '../calendar';

/** A stretch of a patient's time, with an inhibitor or without one. */
export interface TreatmentSegment {
  readonly from: CalendarDate;
  /** Absent: to the end of follow-up. */
  readonly to?: CalendarDate;
  readonly stopReason?: StopReason;
  /** Absent: without an inhibitor. */
  readonly drug?: Drug;
  /** Months of it at which the patient is seen. */
  readonly visitMonths: readonly number[];
  /** BCR::ABL1, % IS, after so many months of it. */
  readonly levelAt: (months: number) => number;
}

/** Every 3 months in the first year, then every 6. */
export const treatedVisits: readonly number[] = [3, 6, 9, 12, ...Array.from({ length: 40 }, (_, index) => 18 + 6 * index)];

/** Every month for half a year, every second month for the other half, then every 3 (Hochhaus et al., Leukemia 2020;34:966). */
export const remissionVisits: readonly number[] = [
  1,
  2,
  3,
  4,
  5,
  6,
  8,
  10,
  12,
  ...Array.from({ length: 50 }, (_, index) => 15 + 3 * index),
];

/** The weekday on which a visit takes place. */
export function visitDay(from: CalendarDate, month: number): CalendarDate {
  return onWeekday(addDays(addMonths(from, month), 1));
}

/** The segments as far as the patient was followed; who dies under a drug has it until then. */
export function followedSegments(
  segments: readonly TreatmentSegment[],
  until: CalendarDate,
  diedOn: CalendarDate | undefined,
): readonly TreatmentSegment[] {
  return segments
    .filter(({ from }) => from < until)
    .map((segment) => {
      if (segment.to !== undefined && segment.to < until) return segment;
      const { to: _to, stopReason: _reason, ...open } = segment;
      return diedOn === undefined || open.drug === undefined ? open : { ...open, to: diedOn, stopReason: 'DEATH' };
    });
}
