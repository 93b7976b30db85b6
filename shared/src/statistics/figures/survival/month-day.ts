import { DAYS_PER_MONTH } from '../../measures';

/** The time of a month since the origin, in days: month m is day m x 30.4375, which need not be whole. */
export function dayOfMonth(month: number): number {
  return month * DAYS_PER_MONTH;
}

/** Days since the origin in months. */
export function monthOfDay(day: number): number {
  return day / DAYS_PER_MONTH;
}

/** What a step function by whole days is worth at a time; its last value from its last day on. */
export function stepAt(steps: Float64Array, time: number): number {
  return steps[Math.min(Math.floor(time), steps.length - 1)] ?? 0;
}

/** Patients at risk at the start of a time: of the first whole day that is not before it. */
export function atRiskAt(atRisk: Float64Array, time: number): number {
  return atRisk[Math.ceil(time)] ?? 0;
}
