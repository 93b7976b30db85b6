import { monthOfDay } from './month-day';
import { logLimits, type SurvivalCurve } from './survival-curve';

/** In months; undefined where the curve, or its limit, does not reach 50 %. */
export interface MedianSurvival {
  readonly median: number | undefined;
  readonly lower: number | undefined;
  readonly upper: number | undefined;
}

const HALF = 0.5;
/** How far from 50 % counts as 50 %: the square root of the precision of a floating point number, as in R. */
const TOLERANCE = Math.sqrt(Number.EPSILON);

/**
 * The median, and the times at which the 95 % log limits reach 50 % (Brookmeyer & Crowley, Biometrics 1982;38:29): the first
 * day on which the curve is at or under 50 %; where it is flat at exactly 50 % and then falls, the middle of that stretch,
 * as in the summary of R's survfit.
 */
export function medianSurvival(curve: SurvivalCurve): MedianSurvival {
  const { survival, logVariance } = curve;
  const limits = (bound: 'lower' | 'upper') => (day: number) => logLimits(survival[day] ?? 0, Math.sqrt(logVariance[day] ?? 0))[bound];
  return {
    median: halfReached(curve, (day) => survival[day]),
    lower: halfReached(curve, limits('lower')),
    upper: halfReached(curve, limits('upper')),
  };
}

function halfReached({ survival, eventsByDay, start }: SurvivalCurve, valueOn: (day: number) => number | undefined): number | undefined {
  let flatSince: { readonly day: number; readonly value: number } | undefined;
  for (let day = Math.ceil(start); day < survival.length; day += 1) {
    // a curve falls on days with events alone
    if ((eventsByDay[day] ?? 0) === 0) continue;
    const value = valueOn(day);
    if (value === undefined || value >= HALF + TOLERANCE) continue;
    if (flatSince !== undefined && value < flatSince.value) return monthOfDay((flatSince.day + day) / 2);
    if (flatSince !== undefined) continue;
    if (Math.abs(value - HALF) >= TOLERANCE) return monthOfDay(day);
    flatSince = { day, value };
  }
  return flatSince && monthOfDay(flatSince.day);
}
