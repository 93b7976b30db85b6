import { type CaseColumns, declaredColumn, NO_DAY } from '../columns/case-columns';
import type { DeclaredEndpoint } from '../declared';
import { variableDefinitions } from '../variables';
import { type Endpoint, endpointDates, startOf, type TimeOrigin } from './endpoints';

/** How a patient's time ended. */
export const CENSORED = 0;
export const EVENT = 1;
export const COMPETING = 2;

/** Of a row that is not in the analysis. */
export const NOT_OBSERVED = -1;

/** A time has fewer days (about 179 years): what a partial's layout leaves room for. */
export const MOST_DAYS = 2 ** 16;

/** How long each row was observed from an origin until an endpoint, and how that ended. */
export interface EventTimes {
  /** Days from the origin, 0 being its own day, or {@link NOT_OBSERVED}. */
  readonly day: Int32Array;
  /** {@link CENSORED}, {@link EVENT} or {@link COMPETING}. */
  readonly outcome: Uint8Array;
  /** The last day of any row; -1 when no row is in the analysis. */
  readonly lastDay: number;
}

/** Later than any date. */
const NEVER = 0x7fff_ffff;

/**
 * The time of each row. It ends at the first event, else the first competing event, else, censored, at the last contact or,
 * for endpoints that only a measurement tells of, at the last of these.
 *
 * A row is not in the analysis when its origin is not known, when it is not known how long it was followed (dead without a
 * date, alive without a last contact: to count it for an event alone would overstate events), or when its time ended before
 * the origin. An event that is documented after the last contact counts: the patient was seen then.
 *
 * @throws RangeError of an endpoint that is not counted from this origin
 */
export function eventTimes(columns: CaseColumns, endpoint: Endpoint, from: TimeOrigin): EventTimes {
  const dates = endpointDates(endpoint, from);
  if (!dates) throw new RangeError(`${endpoint} is not counted from ${from}`);
  const { events, competing, followedUntil } = dates;
  const ends = {
    origin: columns.days[startOf(from)],
    event: earliest(
      columns.size,
      events.map((name) => columns.days[name]),
    ),
    competing: earliest(
      columns.size,
      competing.map((name) => columns.days[name]),
    ),
    followedUntil: followedUntil ? columns.days[followedUntil] : lastSeen(columns),
  };
  return timesUntil(ends);
}

/** The same of an endpoint that an extension declares, censored where it says that observation ended. */
export function declaredEventTimes({ declared, days, size }: CaseColumns, endpoint: DeclaredEndpoint): EventTimes {
  const dayOf = (field: string): Int32Array => declaredColumn(declared.days, field);
  return timesUntil({
    origin: dayOf(endpoint.start),
    event: earliest(size, [...endpoint.events.map(dayOf), ...(endpoint.death ? [days.diedOn] : [])]),
    competing: earliest(size, []),
    followedUntil: dayOf(endpoint.followedUntil),
  });
}

function timesUntil(ends: Ends): EventTimes {
  const size = ends.origin.length;
  const times = { day: new Int32Array(size), outcome: new Uint8Array(size) };
  fillTimes(ends, times);
  return { ...times, lastDay: largest(times.day) };
}

/**
 * Days from the origin until each case was notified, when patients come under observation with delayed entry: 0 when it was
 * before, and later than any time where it is not known.
 */
export function entryDays({ days }: CaseColumns, from: TimeOrigin): Int32Array {
  const origin = days[startOf(from)];
  return days.notifiedOn.map((date, row) => (date === NO_DAY ? NEVER : Math.max(date - (origin[row] ?? 0), 0)));
}

interface Ends {
  readonly origin: Int32Array;
  readonly event: Int32Array;
  readonly competing: Int32Array;
  readonly followedUntil: Int32Array;
}

function fillTimes({ origin, event, competing, followedUntil }: Ends, times: Pick<EventTimes, 'day' | 'outcome'>): void {
  const { day, outcome } = times;
  for (let row = 0; row < day.length; row += 1) {
    const start = origin[row] ?? NO_DAY;
    const contact = followedUntil[row] ?? NO_DAY;
    const first = event[row] ?? NEVER;
    const other = competing[row] ?? NEVER;
    const isEvent = first !== NEVER && first <= other;
    const end = isEvent ? first : other === NEVER ? contact : other;
    const days = end - start;
    const observed = start !== NO_DAY && contact !== NO_DAY && days >= 0 && days < MOST_DAYS;
    day[row] = observed ? days : NOT_OBSERVED;
    outcome[row] = isEvent ? EVENT : other === NEVER ? CENSORED : COMPETING;
  }
}

/** Date of death of the dead, of the last contact of all others; NO_DAY where it is not known. */
function lastSeen({ codes, days, size }: CaseColumns): Int32Array {
  const { diedOn, lastContactOn } = days;
  const dead = variableDefinitions.VITAL_STATUS.values.indexOf('DEAD');
  const status = codes.VITAL_STATUS ?? new Uint16Array(size);
  const until = new Int32Array(size);
  for (let row = 0; row < size; row += 1) {
    const died = diedOn[row] ?? NO_DAY;
    until[row] = died !== NO_DAY || status[row] === dead ? died : (lastContactOn[row] ?? NO_DAY);
  }
  return until;
}

/** The first of several dates, row by row; NEVER where there is none. */
function earliest(size: number, dates: readonly Int32Array[]): Int32Array {
  const first = new Int32Array(size).fill(NEVER);
  for (const column of dates) takeEarlier(first, column);
  return first;
}

function takeEarlier(first: Int32Array, dates: Int32Array): void {
  for (let row = 0; row < first.length; row += 1) {
    const date = dates[row] ?? NO_DAY;
    if (date !== NO_DAY && date < (first[row] ?? NEVER)) first[row] = date;
  }
}

function largest(days: Int32Array): number {
  let most = NOT_OBSERVED;
  for (let row = 0; row < days.length; row += 1) most = Math.max(most, days[row] ?? NOT_OBSERVED);
  return most;
}
