import { submatrix } from '../../mathematics';
import { scoreTest, type TestResult } from '../test-result';
import type { GroupTimes } from './group-times';

/**
 * The log-rank test over all groups (Mantel, Cancer Chemother Rep 1966;50:163), with the hypergeometric variance of tied
 * events. A group at risk on no day with an event is left out.
 *
 * @param landmark the day from which on events count
 * @returns undefined when fewer than two groups can be compared
 */
export function logRankTest(groups: readonly GroupTimes[], landmark = 0): TestResult | undefined {
  const surplus = new Float64Array(groups.length);
  const expected = new Float64Array(groups.length);
  const variance = groups.map(() => new Float64Array(groups.length));
  const days = groups[0]?.events.length ?? 0;
  for (let day = Math.ceil(landmark); day < days; day += 1) {
    let deaths = 0;
    for (const { events } of groups) deaths += events[day] ?? 0;
    if (deaths === 0) continue;
    let all = 0;
    for (const { atRisk } of groups) all += atRisk[day] ?? 0;
    const spread = all > 1 ? (deaths * (all - deaths)) / (all - 1) : 0;
    for (const [index, { events, atRisk }] of groups.entries()) {
      const share = (atRisk[day] ?? 0) / all;
      expected[index] = (expected[index] ?? 0) + deaths * share;
      surplus[index] = (surplus[index] ?? 0) + (events[day] ?? 0) - deaths * share;
      addCovariances(variance[index] ?? surplus, groups, day, index, (spread * share) / all, all);
    }
  }
  const compared = groups.map((_, index) => index).filter((index) => (expected[index] ?? 0) > 0);
  // what one group has too many, the others have too few: the last one tells nothing new
  const free = compared.slice(0, -1);
  return scoreTest(
    free.map((index) => surplus[index] ?? 0),
    submatrix(
      variance.map((row) => [...row]),
      free,
    ),
  );
}

/** A day's hypergeometric covariances of one group's events with each group's. */
function addCovariances(row: Float64Array, groups: readonly GroupTimes[], day: number, own: number, weight: number, all: number): void {
  for (let other = 0; other < row.length; other += 1) {
    const risk = groups[other]?.atRisk[day] ?? 0;
    row[other] = (row[other] ?? 0) + weight * ((own === other ? all : 0) - risk);
  }
}
