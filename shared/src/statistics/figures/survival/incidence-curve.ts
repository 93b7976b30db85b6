import type { GroupTimes } from './group-times';
import { atRiskAt, dayOfMonth, stepAt } from './month-day';

/** Cumulative incidences by days since the origin, exact, before disclosure control. */
export interface IncidenceCurve {
  readonly group: string | undefined;
  readonly n: number;
  readonly events: number;
  /** The time at which the curve begins, in days: 0, or the landmark. */
  readonly start: number;
  readonly atRisk: Float64Array;
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
  return { group, n: n - left, events: happened, start: landmark, atRisk, incidence, competingIncidence, eventFree };
}

export interface IncidencePoint {
  readonly month: number;
  /** Still under observation, and free of any event, at the start of the month's day. */
  readonly atRisk: number;
  readonly incidence: number;
  readonly competingIncidence: number;
}

export function incidencePoint({ atRisk, incidence, competingIncidence }: IncidenceCurve, month: number): IncidencePoint {
  const time = dayOfMonth(month);
  return {
    month,
    atRisk: atRiskAt(atRisk, time),
    incidence: stepAt(incidence, time),
    competingIncidence: stepAt(competingIncidence, time),
  };
}
