import { MOST_DAYS } from '../../event-times';
import { type Counts, cellsBetween, type TimeKind, timeKinds } from '../../partials';
import { type CohortVariable, valuesOf } from '../../variables';

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
export function groupedTimes(
  counts: Counts,
  by: CohortVariable | undefined,
  countries: readonly string[],
  delayedEntry = false,
): GroupedTimes {
  const names = by ? valuesOf(by, countries) : [undefined];
  const stretches = stretchesOf(counts);
  const days = 1 + stretches.reduce((last, { first, cells }) => Math.max(last, (cells.at(-1) ?? first) - first), 0);
  const daily = new Map<number, Daily>();
  for (const { group, kind, first, cells, values } of stretches) {
    const own = daily.get(group) ?? emptyDays(days);
    fillDays(own[kind], first, cells, values);
    daily.set(group, own);
  }
  const read = (group: number): GroupTimes => timesOf(names[group], daily.get(group) ?? emptyDays(days), delayedEntry);
  const present = names.map((_, group) => group).filter((group) => by === undefined || daily.has(group));
  return { groups: present.map(read), ungrouped: read(names.length) };
}

/** The cells of one kind in one group. */
interface Stretch extends Counts {
  readonly group: number;
  readonly kind: TimeKind;
  /** The cell of day 0. */
  readonly first: number;
}

function stretchesOf(counts: Counts): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let used = 0; used < counts.cells.length; ) {
    const position = Math.floor((counts.cells[used] ?? 0) / MOST_DAYS);
    const first = position * MOST_DAYS;
    const stretch = cellsBetween(counts, first, first + MOST_DAYS);
    const kind = timeKinds[position % timeKinds.length] ?? 'notInAnalysis';
    stretches.push({ group: Math.floor(position / timeKinds.length), kind, first, ...stretch });
    used += stretch.cells.length;
  }
  return stretches;
}

function fillDays(days: Float64Array, first: number, cells: Float64Array, values: Float64Array): void {
  for (let index = 0; index < cells.length; index += 1) days[(cells[index] ?? 0) - first] = values[index] ?? 0;
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
    let now = (atRisk[day] ?? 0) + (entries?.[day] ?? 0);
    for (const exit of exits) now -= exit[day] ?? 0;
    atRisk[day + 1] = now;
  }
  return atRisk;
}

export function total(counts: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < counts.length; index += 1) sum += counts[index] ?? 0;
  return sum;
}
