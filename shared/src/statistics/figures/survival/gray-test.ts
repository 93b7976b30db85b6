import { submatrix } from '../../mathematics';
import { scoreTest, type TestResult } from '../test-result';
import type { GroupTimes } from './group-times';

/** What one day with events is to the test; every array has an entry a group. */
interface EventDay {
  /** Patients at risk, and that number over the group's event-free probability just before: its share in pooled sums. */
  readonly atRisk: readonly number[];
  readonly inflated: readonly number[];
  /** Probability of no event of either kind, just before the day and after it. */
  readonly freeBefore: readonly number[];
  readonly freeAfter: readonly number[];
  readonly incidenceBefore: readonly number[];
  readonly events: readonly number[];
  readonly competing: readonly number[];
  /** The pooled incidence just before the day, and by how much it grows on it. */
  readonly pooledBefore: number;
  readonly pooledGrowth: number;
}

/**
 * Gray's test of equal cumulative incidences over all groups (Ann Stat 1988;16:1141, with ρ = 0), with its correction of
 * variances for tied events.
 *
 * @returns undefined when fewer than two groups can be compared
 */
export function grayTest(groups: readonly GroupTimes[]): TestResult | undefined {
  const days = eventDays(groups);
  const free = groups.map((_, group) => group).slice(0, -1);
  const score = groups.map((_, group) => sum(days.map((day) => surplus(day, group))));
  return scoreTest(
    free.map((group) => score[group] ?? 0),
    submatrix(varianceOfScores(days, groups.length), free),
  );
}

function eventDays(groups: readonly GroupTimes[]): readonly EventDay[] {
  const days: EventDay[] = [];
  let freeBefore = groups.map(() => 1);
  let incidenceBefore = groups.map(() => 0);
  let pooledBefore = 0;
  const length = groups[0]?.events.length ?? 0;
  for (let day = 0; day < length; day += 1) {
    const events = groups.map((group) => group.events[day] ?? 0);
    const competing = groups.map((group) => group.competing[day] ?? 0);
    if (sum(events) + sum(competing) === 0) continue;
    const atRisk = groups.map((group) => group.atRisk[day] ?? 0);
    const inflated = atRisk.map((risk, group) => (risk === 0 ? 0 : risk / (freeBefore[group] ?? 1)));
    const growth = inflated.map((share, group) => (share === 0 ? 0 : (events[group] ?? 0) / share));
    const freeAfter = freeBefore.map((free, group) => {
      const risk = atRisk[group] ?? 0;
      return risk === 0 ? free : (free * (risk - (events[group] ?? 0) - (competing[group] ?? 0))) / risk;
    });
    const pooledGrowth = sum(events) / sum(inflated);
    days.push({ atRisk, inflated, freeBefore, freeAfter, incidenceBefore, events, competing, pooledBefore, pooledGrowth });
    freeBefore = freeAfter;
    incidenceBefore = incidenceBefore.map((incidence, group) => incidence + (growth[group] ?? 0));
    pooledBefore += pooledGrowth;
  }
  return days;
}

/** Events of a group beyond those it would have if the hazard of the subdistribution were the same in all groups. */
function surplus({ inflated, incidenceBefore, events }: EventDay, group: number): number {
  const atRiskOfSubdistribution = inflated.map((share, index) => share * (1 - (incidenceBefore[index] ?? 0)));
  return (events[group] ?? 0) - (sum(events) * (atRiskOfSubdistribution[group] ?? 0)) / sum(atRiskOfSubdistribution);
}

function varianceOfScores(days: readonly EventDay[], groups: number): readonly (readonly number[])[] {
  const ends = days.reduce((sums, day) => addCompensation(sums, day), square(groups));
  const variance = square(groups).map((row) => [...row]);
  let sums = square(groups);
  for (const day of days) {
    sums = addCompensation(sums, day);
    for (let source = 0; source < groups; source += 1) {
      const toCome = ends.map((row, group) => (row[source] ?? 0) - (sums[group]?.[source] ?? 0));
      for (const { influence, weight } of influences(day, source, toCome)) {
        for (const [row, entries] of variance.entries()) {
          for (let column = 0; column < groups; column += 1) {
            entries[column] = (entries[column] ?? 0) + (influence[row] ?? 0) * (influence[column] ?? 0) * weight;
          }
        }
      }
    }
  }
  return variance;
}

/** How one group's events of a day move each group's score, and the variance that a unit of it has. */
interface Influence {
  readonly influence: readonly number[];
  readonly weight: number;
}

function influences(day: EventDay, source: number, toCome: readonly number[]): readonly Influence[] {
  const risk = day.atRisk[source] ?? 0;
  if (risk === 0) return [];
  const pooledAfter = day.pooledBefore + day.pooledGrowth;
  const freeAfter = day.freeAfter[source] ?? 0;
  const freeBefore = day.freeBefore[source] ?? 0;
  const ratio = (1 - pooledAfter) / freeAfter;
  const events = sum(day.events);
  const competing = day.competing[source] ?? 0;
  const found: Influence[] = [];
  if (events > 0) {
    const later = freeAfter > 0 ? 1 - ratio : 1;
    const tied = events > 1 ? 1 - (events - 1) / (sum(day.inflated) * freeBefore - 1) : 1;
    found.push({
      influence: contrast(day, source).map((now, group) => now + later * (toCome[group] ?? 0)),
      weight: (tied * freeBefore * day.pooledGrowth) / risk,
    });
  }
  if (competing > 0 && freeAfter > 0) {
    const tied = competing > 1 ? 1 - (competing - 1) / (risk - 1) : 1;
    found.push({ influence: toCome.map((change) => ratio * change), weight: (tied * freeBefore ** 2 * competing) / risk ** 2 });
  }
  return found;
}

/** The weight of one group's events of a day in each group's score. */
function contrast({ inflated }: EventDay, source: number): readonly number[] {
  const all = sum(inflated);
  const own = inflated[source] ?? 0;
  return inflated.map((share, group) => (group === source ? share : 0) - (share * own) / all);
}

/** The running sums, group by group of source, of contrasts against the pooled hazard of the subdistribution. */
function addCompensation(sums: readonly (readonly number[])[], day: EventDay): readonly (readonly number[])[] {
  const hazard = day.pooledGrowth / (1 - day.pooledBefore);
  const contrasts = sums.map((_, source) => contrast(day, source));
  return sums.map((row, group) => row.map((value, source) => value + hazard * (contrasts[source]?.[group] ?? 0)));
}

function square(size: number): readonly (readonly number[])[] {
  return Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
