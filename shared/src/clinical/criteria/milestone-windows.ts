import { addMonths, type CalendarDate, compareDates, dateOfDayNumber, dayNumber } from '../../domain';

/** A milestone, in calendar months since the start of the drug, and the window in which an assessment stands for it. */
export interface MilestoneWindow {
  readonly month: number;
  /** In months, this one included. */
  readonly fromMonth: number;
  /** In months, this one excluded. */
  readonly toMonth: number;
}

/** The recommendations name months only; the windows around them are a project convention, the same for every edition. */
export const milestoneWindows: readonly MilestoneWindow[] = [
  { month: 3, fromMonth: 1.5, toMonth: 4.5 },
  { month: 6, fromMonth: 4.5, toMonth: 9 },
  { month: 12, fromMonth: 9, toMonth: 15 },
  { month: 18, fromMonth: 15, toMonth: 21 },
  { month: 24, fromMonth: 21, toMonth: 30 },
];

/** Half a month is 15 days, counted after the whole months (project convention). */
const HALF_MONTH_DAYS = 15;

/** The date a number of whole or half calendar months after another; 2002-01-15 and 12 months give 2003-01-15. */
export function dateAfterMonths(start: CalendarDate, months: number): CalendarDate {
  const date = addMonths(start, Math.floor(months));
  return Number.isInteger(months) ? date : dateOfDayNumber(dayNumber(date) + HALF_MONTH_DAYS);
}

/** Whether at least so many calendar months lie between two dates. */
export function monthsHavePassed(start: CalendarDate, months: number, on: CalendarDate): boolean {
  return on >= dateAfterMonths(start, months);
}

/** Of dated items, those in a milestone's window. */
export function itemsInWindow<T>(
  { fromMonth, toMonth }: MilestoneWindow,
  start: CalendarDate,
  items: readonly T[],
  dateOf: (item: T) => CalendarDate,
): readonly T[] {
  const from = dateAfterMonths(start, fromMonth);
  const to = dateAfterMonths(start, toMonth);
  return items.filter((item) => dateOf(item) >= from && dateOf(item) < to);
}

/** Of dated items, the one nearest to the milestone's day; of two equally near ones, the earlier. */
export function nearestToMilestone<T>(
  { month }: MilestoneWindow,
  start: CalendarDate,
  items: readonly T[],
  dateOf: (item: T) => CalendarDate,
): T | undefined {
  const milestoneDay = dayNumber(dateAfterMonths(start, month));
  const distance = (item: T): number => Math.abs(dayNumber(dateOf(item)) - milestoneDay);
  return items.toSorted((one, other) => distance(one) - distance(other) || compareDates(dateOf(one), dateOf(other)))[0];
}
