import { NORMAL_QUANTILE_975 } from '../wilson-interval';
import type { GroupTimes } from './group-times';
import { atRiskAt, dayOfMonth, stepAt } from './month-day';

/** A Kaplan-Meier curve by days since the origin, exact, before disclosure control. */
export interface SurvivalCurve {
  readonly group: string | undefined;
  /** Patients, and events, from the curve's start on. */
  readonly n: number;
  readonly events: number;
  /** The time at which the curve begins, in days: 0, or the landmark. */
  readonly start: number;
  readonly atRisk: Float64Array;
  readonly eventsByDay: Float64Array;
  /** After the events of each day. */
  readonly survival: Float64Array;
  /** Greenwood's sum after the events of each day: the variance of the survival's logarithm. */
  readonly logVariance: Float64Array;
}

/**
 * The product-limit estimate (Kaplan & Meier, J Am Stat Assoc 1958;53:457), with the variance of Greenwood (Reports on
 * Public Health and Medical Subjects 33, 1926).
 *
 * @param landmark the day from which on survival is counted, of those still under observation then (Anderson, J Clin Oncol
 *   1983;1:710)
 */
export function survivalCurve({ group, n, events, competing, censored, atRisk }: GroupTimes, landmark = 0): SurvivalCurve {
  const days = events.length;
  const survival = new Float64Array(days);
  const logVariance = new Float64Array(days);
  const firstDay = Math.ceil(landmark);
  let surviving = 1;
  let variance = 0;
  let left = 0;
  let died = 0;
  for (let day = 0; day < days; day += 1) {
    const deaths = events[day] ?? 0;
    const risk = atRisk[day] ?? 0;
    if (day < firstDay) {
      left += deaths + (competing[day] ?? 0) + (censored[day] ?? 0);
    } else if (deaths > 0) {
      died += deaths;
      surviving *= (risk - deaths) / risk;
      variance += deaths / (risk * (risk - deaths));
    }
    survival[day] = surviving;
    logVariance[day] = variance;
  }
  return { group, n: n - left, events: died, start: landmark, atRisk, eventsByDay: events, survival, logVariance };
}

export interface SurvivalPoint {
  readonly month: number;
  /** Still under observation at the start of the month's day. */
  readonly atRisk: number;
  readonly survival: number;
  /** Greenwood's standard error with 95 % limits on the log scale; undefined once survival is 0. */
  readonly standardError: number | undefined;
  readonly lower: number | undefined;
  readonly upper: number | undefined;
}

export function survivalPoint({ atRisk, survival, logVariance }: SurvivalCurve, month: number): SurvivalPoint {
  const time = dayOfMonth(month);
  const value = stepAt(survival, time);
  const error = Math.sqrt(stepAt(logVariance, time));
  return {
    month,
    atRisk: atRiskAt(atRisk, time),
    survival: value,
    standardError: value === 0 ? undefined : value * error,
    ...logLimits(value, error),
  };
}

/** 95 % limits of a survival on the log scale, at most 1; undefined once it is 0. */
export function logLimits(survival: number, logStandardError: number): Pick<SurvivalPoint, 'lower' | 'upper'> {
  if (survival === 0) return { lower: undefined, upper: undefined };
  const factor = Math.exp(NORMAL_QUANTILE_975 * logStandardError);
  return { lower: survival / factor, upper: Math.min(survival * factor, 1) };
}
