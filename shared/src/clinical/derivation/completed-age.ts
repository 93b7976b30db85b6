import { type CalendarDate, type CalendarMonth, completedYears } from '../../domain';

/**
 * The date a person counts as born on: the 15th of the birth month, since the registry holds no day (project convention).
 */
export function conventionalBirthDate(birthMonth: CalendarMonth): CalendarDate {
  return `${birthMonth}-15`;
}

/**
 * Age in completed years on a date, counted from the 15th of the birth month. Within the birth month itself it is 0 also
 * before the 15th; before the birth month it is negative, which no accepted case can be.
 */
export function completedAge(birthMonth: CalendarMonth, on: CalendarDate): number {
  return on.startsWith(birthMonth) ? 0 : completedYears(conventionalBirthDate(birthMonth), on);
}
