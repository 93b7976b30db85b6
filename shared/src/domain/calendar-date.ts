/** A calendar date without time or zone, `YYYY-MM-DD`. Strings of this form sort as the days do. */
export type CalendarDate = `${number}-${number}-${number}`;

/** A calendar month, `YYYY-MM`. */
export type CalendarMonth = `${number}-${number}`;

const MILLISECONDS_PER_DAY = 86_400_000;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** The date a text spells, or undefined when it spells none (`2006-02-30` does not exist). */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const parsed = new Date(`${text}T00:00:00Z`);
  const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
  return exists ? (text as CalendarDate) : undefined;
}

/** The month a text spells, or undefined. */
export function parseCalendarMonth(text: string): CalendarMonth | undefined {
  return MONTH.test(text) ? (text as CalendarMonth) : undefined;
}

/** Days since 1970-01-01, negative before it. */
export function dayNumber(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_PER_DAY;
}

/** The date of a day number; the inverse of {@link dayNumber}. */
export function dateOfDayNumber(day: number): CalendarDate {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10) as CalendarDate;
}

/** Orders dates from early to late, for sorting. */
export function compareDates(one: CalendarDate, other: CalendarDate): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Whole days from one date to another; negative when `to` is the earlier one. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The calendar date of an instant, in UTC. */
export function calendarDateOf(instant: Date): CalendarDate {
  return instant.toISOString().slice(0, 10) as CalendarDate;
}

/** The date a number of calendar months later; the 31st becomes the last day of a shorter month. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const firstOfTarget = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(firstOfTarget.getUTCFullYear(), firstOfTarget.getUTCMonth() + 1, 0)).getUTCDate();
  firstOfTarget.setUTCDate(Math.min(day, lastDay));
  return calendarDateOf(firstOfTarget);
}

/** Completed years from one date to another, by the calendar; negative when `to` is the earlier one. */
export function completedYears(from: CalendarDate, to: CalendarDate): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}
