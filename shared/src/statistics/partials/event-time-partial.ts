import { CENSORED, EVENT, type EventTimes, MOST_DAYS, NOT_OBSERVED } from '../event-times/event-times';
import { type Counts, countsOf } from './counts';
import type { RowGroups } from './row-groups';
import { tally } from './tally';

/**
 * Cells of event times: for each group, for each kind below, one for each day since the origin. Patients who are not in the
 * analysis are counted under day 0 of their group. Nothing tells which event and which entry belong to one patient.
 */
export const timeKinds = ['event', 'competing', 'censored', 'entry', 'notInAnalysis'] as const;
export type TimeKind = (typeof timeKinds)[number];

/** The cell of a kind on a day, in a group. */
export function timeCell(group: number, kind: TimeKind, day: number): number {
  return (group * timeKinds.length + timeKinds.indexOf(kind)) * MOST_DAYS + day;
}

/** Counts one country's rows by group, by how their time ended and on which day. */
export function eventTimePartial(times: EventTimes, rows: Uint32Array, { groups, groupOf }: RowGroups): Counts {
  const kinds = timeKinds.length;
  const days = times.lastDay + 2;
  const keys = new Uint32Array(rows.length);
  fillKeys(times, rows, groupOf, days, keys);
  return tally(keys, groups * kinds * days, (key) => Math.floor(key / days) * MOST_DAYS + (key % days));
}

/**
 * The same for patients who come under observation only after the origin, each on a day of its own: a patient is counted on
 * the day of entry as well, and is in the analysis only when the time ends after it.
 */
export function delayedEntryPartial(times: EventTimes, entryDay: Int32Array, rows: Uint32Array, { groupOf }: RowGroups): Counts {
  const counts = new Map<number, number>();
  const add = (cell: number): void => {
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  };
  for (const [index, row] of rows.entries()) {
    const group = groupOf[index] ?? 0;
    const day = times.day[row] ?? NOT_OBSERVED;
    const entry = entryDay[row] ?? day;
    if (day === NOT_OBSERVED || entry >= day) {
      add(timeCell(group, 'notInAnalysis', 0));
    } else {
      add(timeCell(group, kindOf(times.outcome[row] ?? CENSORED), day));
      add(timeCell(group, 'entry', entry));
    }
  }
  return countsOf(counts);
}

function kindOf(outcome: number): TimeKind {
  if (outcome === CENSORED) return 'censored';
  return outcome === EVENT ? 'event' : 'competing';
}

function fillKeys({ day, outcome }: EventTimes, rows: Uint32Array, groupOf: Uint16Array, days: number, keys: Uint32Array): void {
  const kinds = timeKinds.length;
  // by outcome, with "not in the analysis" after the last of them
  const kindByOutcome = Uint32Array.of(timeKinds.indexOf('censored'), timeKinds.indexOf('event'), timeKinds.indexOf('competing'));
  const notInAnalysis = timeKinds.indexOf('notInAnalysis');
  for (let index = 0; index < keys.length; index += 1) {
    const row = rows[index] ?? 0;
    const on = day[row] ?? -1;
    const kind = on < 0 ? notInAnalysis : (kindByOutcome[outcome[row] ?? 0] ?? 0);
    keys[index] = ((groupOf[index] ?? 0) * kinds + kind) * days + (on < 0 ? 0 : on);
  }
}
