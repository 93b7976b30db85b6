import { addMonths, type CalendarMonth } from '@registry-hub/shared/domain';

/** Every month from one to another, both included; none where either is not known. */
export function throughMonths(first: CalendarMonth | undefined, last: CalendarMonth | undefined): readonly CalendarMonth[] {
  const months: CalendarMonth[] = [];
  if (first === undefined || last === undefined) return months;
  for (let month = first; month <= last; month = addMonths(`${month}-01`, 1).slice(0, 7) as CalendarMonth) months.push(month);
  return months;
}
