import { MOST_DAYS } from '../../event-times';
import { type Counts, type TimeKind, timeKinds } from '../../partials';
import { type Variable, valuesOf } from '../../variables';

/** The event times of one group, day by day since the origin; every array is of the same length. */
export interface GroupTimes {
  /** The value of `by`; undefined for the whole cohort. */
  readonly group: string | undefined;
  /** Patients in the analysis. */
  readonly n: number;
  /** Patients of the group who are not: without the origin's date, or with a follow-up that is not known. */
  readonly notInAnalysis: number;
  readonly events: Float64Array;
  readonly competing: Float64Array;
  readonly censored: Float64Array;
  /** Patients under observation at the start of the day; one day more than the others have, when nobody is left. */
  readonly atRisk: Float64Array;
}

/** Groups in value order, those nobody is in left out, with the patients whose group is not known apart. */
export interface GroupedTimes {
  readonly groups: readonly GroupTimes[];
  readonly ungrouped: GroupTimes;
}

type Daily = Readonly<Record<TimeKind, Float64Array>>;

/**
 * Reads exact event times out of pooled counts.
 *
 * @param delayedEntry whether patients come under observation on a day of their own, rather than all at the origin
 */
export function groupedTimes(counts: Counts, by: Variable | undefined, countries: readonly string[], delayedEntry = false): GroupedTimes {
  const names = by ? valuesOf(by, countries) : [undefined];
  const days = 1 + counts.cells.reduce((last, cell) => Math.max(last, cell % MOST_DAYS), 0);
  const daily = new Map<number, Daily>();
  for (const [index, cell] of counts.cells.entries()) {
    const position = Math.floor(cell / MOST_DAYS);
    const group = Math.floor(position / timeKinds.length);
    const kind = timeKinds[position % timeKinds.length] ?? 'notInAnalysis';
    const own = daily.get(group) ?? emptyDays(days);
    own[kind][cell % MOST_DAYS] = counts.values[index] ?? 0;
    daily.set(group, own);
  }
  const read = (group: number): GroupTimes => timesOf(names[group], daily.get(group) ?? emptyDays(days), delayedEntry);
  const present = names.map((_, group) => group).filter((group) => by === undefined || daily.has(group));
  return { groups: present.map(read), ungrouped: read(names.length) };
}

function emptyDays(days: number): Daily {
  return {
    event: new Float64Array(days),
    competing: new Float64Array(days),
    censored: new Float64Array(days),
    entry: new Float64Array(days),
    notInAnalysis: new Float64Array(days),
  };
}

function timesOf(
  group: string | undefined,
  { event, competing, censored, entry, notInAnalysis }: Daily,
  delayedEntry: boolean,
): GroupTimes {
  const n = total(event) + total(competing) + total(censored);
  return {
    group,
    n,
    notInAnalysis: total(notInAnalysis),
    events: event,
    competing,
    censored,
    atRisk: atRiskByDay(delayedEntry ? 0 : n, delayedEntry ? entry : undefined, [event, competing, censored]),
  };
}

/** A patient who enters on a day is at risk from the next day on; one whose time ends on a day is at risk until its start. */
function atRiskByDay(atOrigin: number, entries: Float64Array | undefined, exits: readonly Float64Array[]): Float64Array {
  const days = exits[0]?.length ?? 0;
  const atRisk = new Float64Array(days + 1);
  atRisk[0] = atOrigin;
  for (let day = 0; day < days; day += 1) {
    const left = exits.reduce((sum, exit) => sum + (exit[day] ?? 0), 0);
    atRisk[day + 1] = (atRisk[day] ?? 0) + (entries?.[day] ?? 0) - left;
  }
  return atRisk;
}

export function total(counts: Float64Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
