import type { GroupTimes } from './group-times';
import { atRiskAt, dayOfMonth, stepAt } from './month-day';
import { logLimits } from './survival-curve';

/** Cumulative incidences by days since the origin, exact, before disclosure control. */
export interface IncidenceCurve {
  readonly group: string | undefined;
  readonly n: number;
  readonly events: number;
  /** The time at which the curve begins, in days: 0, or the landmark. */
  readonly start: number;
  readonly atRisk: Float64Array;
  readonly eventsByDay: Float64Array;
  readonly competingByDay: Float64Array;
  /** After each day: of the event, of the competing events, and of neither; the three add up to 1. */
  readonly incidence: Float64Array;
  readonly competingIncidence: Float64Array;
  readonly eventFree: Float64Array;
}

/**
 * Cumulative incidences with competing events (Aalen & Johansen, Scand J Stat 1978;5:141). Events and competing events of one
 * day share the risk set of its start.
 *
 * @param landmark the day from which on events count, among those still under observation then
 */
export function incidenceCurve({ group, n, events, competing, censored, atRisk }: GroupTimes, landmark = 0): IncidenceCurve {
  const days = events.length;
  const incidence = new Float64Array(days);
  const competingIncidence = new Float64Array(days);
  const eventFree = new Float64Array(days);
  const firstDay = Math.ceil(landmark);
  let free = 1;
  let first = 0;
  let second = 0;
  let left = 0;
  let happened = 0;
  for (let day = 0; day < days; day += 1) {
    const own = events[day] ?? 0;
    const other = competing[day] ?? 0;
    const risk = atRisk[day] ?? 0;
    if (day < firstDay) {
      left += own + other + (censored[day] ?? 0);
    } else if (own + other > 0) {
      happened += own;
      first += (free * own) / risk;
      second += (free * other) / risk;
      free *= (risk - own - other) / risk;
    }
    incidence[day] = first;
    competingIncidence[day] = second;
    eventFree[day] = free;
  }
  return {
    group,
    n: n - left,
    events: happened,
    start: landmark,
    atRisk,
    eventsByDay: events,
    competingByDay: competing,
    incidence,
    competingIncidence,
    eventFree,
  };
}

export interface IncidencePoint {
  readonly month: number;
  /** Still under observation, and free of any event, at the start of the month's day. */
  readonly atRisk: number;
  readonly incidence: number;
  readonly competingIncidence: number;
  /** Of the incidence, with 95 % limits on the log scale; undefined while it is 0. */
  readonly standardError: number | undefined;
  readonly lower: number | undefined;
  readonly upper: number | undefined;
}

export function incidencePoint(curve: IncidenceCurve, month: number): IncidencePoint {
  const time = dayOfMonth(month);
  const incidence = stepAt(curve.incidence, time);
  const standardError = incidence === 0 ? undefined : incidenceError(curve, time);
  return {
    month,
    atRisk: atRiskAt(curve.atRisk, time),
    incidence,
    competingIncidence: stepAt(curve.competingIncidence, time),
    standardError,
    ...logLimits(incidence, (standardError ?? 0) / incidence),
  };
}

/**
 * The standard error of a cumulative incidence by the delta method (Marubini & Valsecchi, Analysing Survival Data from Clinical
 * Trials and Observational Studies, 1995), as R's survfit gives it with competing events. Each day adds the variance of a
 * multinomial draw, as a sum of squares: nothing cancels where an incidence comes close to 1.
 *
 * @param time in days
 */
function incidenceError({ start, atRisk, eventsByDay, competingByDay, incidence, eventFree }: IncidenceCurve, time: number): number {
  const reached = stepAt(incidence, time);
  let variance = 0;
  for (let day = Math.ceil(start); day < eventsByDay.length && day <= time; day += 1) {
    const own = eventsByDay[day] ?? 0;
    const other = competingByDay[day] ?? 0;
    if (own + other === 0) continue;
    const risk = atRisk[day] ?? 0;
    const freeBefore = eventFree[day - 1] ?? 1;
    const free = eventFree[day] ?? 0;
    // the probability of the event up to the time, of those who are free of any after the day, and of those who were before it
    const ahead = free > 0 ? (reached - (incidence[day] ?? 0)) / free : 0;
    const mean = (own + (risk - own - other) * ahead) / risk;
    const squares = own * (1 - mean) ** 2 + other * mean ** 2 + (risk - own - other) * (ahead - mean) ** 2;
    variance += (freeBefore / risk) ** 2 * squares;
  }
  return Math.sqrt(variance);
}
