import { NORMAL_QUANTILE_975 } from '../wilson-interval';
import { atRiskAt, dayOfMonth, monthOfDay } from './month-day';
import type { SurvivalCurve } from './survival-curve';

/** In months. */
export interface RestrictedMean {
  readonly horizonMonth: number;
  /** At the start of the horizon's day. */
  readonly atRisk: number;
  readonly months: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Restricted mean survival time: the area under the curve up to a horizon (Irwin, J Hyg 1949;47:188; Royston & Parmar, Stat
 * Med 2011;30:2409), with its 95 % limits. Of a curve that begins at a landmark, the time since the origin of those who
 * reached the landmark, up to the horizon.
 */
export function restrictedMean(curve: SurvivalCurve, horizonMonth: number): RestrictedMean {
  const { survival, atRisk, eventsByDay, start } = curve;
  const horizon = dayOfMonth(horizonMonth);
  let area = 0;
  let variance = 0;
  let until = horizon;
  // from the horizon backwards: each event's part of the variance is weighed by the area after it
  for (let day = Math.min(Math.floor(horizon), survival.length - 1); day >= Math.ceil(start); day -= 1) {
    const deaths = eventsByDay[day] ?? 0;
    if (deaths === 0) continue;
    area += (until - day) * (survival[day] ?? 0);
    until = day;
    const risk = atRisk[day] ?? 0;
    if (risk > deaths) variance += area ** 2 * (deaths / (risk * (risk - deaths)));
  }
  const months = monthOfDay(area + until);
  const standardError = monthOfDay(Math.sqrt(variance));
  const halfWidth = NORMAL_QUANTILE_975 * standardError;
  return {
    horizonMonth,
    atRisk: atRiskAt(atRisk, horizon),
    months,
    standardError,
    lower: Math.max(months - halfWidth, 0),
    upper: Math.min(months + halfWidth, horizonMonth),
  };
}
