/** A calendar date without time or zone, `YYYY-MM-DD`. Strings of this form sort as the days do. */
export type CalendarDate = `${number}-${number}-${number}`;

/** A calendar month, `YYYY-MM`. */
export type CalendarMonth = `${number}-${number}`;

const MILLISECONDS_PER_DAY = 86_400_000;
/** From 1 March of the year 0, from which {@link dayNumber} counts first. */
const DAYS_BEFORE_1970 = 719_468;
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
  const { year, month, day } = partsOf(date);
  // years that begin in March, so that a leap day is the last one; days before each of their months repeat every five months
  const marchYear = month > 2 ? year : year - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return marchYear * 365 + leapDays + dayOfYear - DAYS_BEFORE_1970;
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
  const { year, month, day } = partsOf(date);
  const target = year * 12 + month - 1 + months;
  const targetYear = Math.floor(target / 12);
  const targetMonth = target - targetYear * 12 + 1;
  return dateOfParts(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** Completed years from one date to another, by the calendar; negative when `to` is the earlier one. */
export function completedYears(from: CalendarDate, to: CalendarDate): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** The numbers of a date. Whole registries are counted through here: a split into texts would cost more than all the rest. */
function partsOf(date: CalendarDate): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: digits(date, 0, 4), month: digits(date, 5, 7), day: digits(date, 8, 10) };
}

const ZERO = 48;

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index += 1) value = value * 10 + text.charCodeAt(index) - ZERO;
  return value;
}

function dateOfParts(year: number, month: number, day: number): CalendarDate {
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}` as CalendarDate;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
