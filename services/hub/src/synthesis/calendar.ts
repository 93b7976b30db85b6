import { type CalendarDate, dateOfDayNumber, dayNumber } from '@registry-hub/shared/domain';
import type { RandomSource } from './random-source';

/** The date a number of days later. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** The date itself, or the Monday after a weekend: clinics see their patients on weekdays. */
export function onWeekday(date: CalendarDate): CalendarDate {
  const day = dayNumber(date);
  // 1970-01-01 was a Thursday; counted from Monday, Saturday is 5 and Sunday 6
  const weekday = (day + 3) % 7;
  return weekday < 5 ? date : dateOfDayNumber(day + 7 - weekday);
}

/** A weekday from `from` to `to`; where `to` falls on a weekend, the Monday after it may come out. */
export function drawWeekday(random: RandomSource, from: CalendarDate, to: CalendarDate): CalendarDate {
  const first = dayNumber(from);
  return onWeekday(dateOfDayNumber(random.integer(first, Math.max(first, dayNumber(to)))));
}

/** The later of two dates. */
export function latest(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? b : a;
}

/** The earlier of two dates. */
export function earliest(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b;
}
