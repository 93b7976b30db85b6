import { addMonths, type CalendarDate } from '../../domain';

const MONTHS_PER_YEAR = 12;

const monthNumber = (date: CalendarDate): number => Number(date.slice(0, 4)) * MONTHS_PER_YEAR + Number(date.slice(5, 7));

/** Completed calendar months from a date to the same or a later one: from 31 January to 28 February is one. */
export function completedMonths(from: CalendarDate, to: CalendarDate): number {
  const months = monthNumber(to) - monthNumber(from);
  return addMonths(from, months) > to ? months - 1 : months;
}
