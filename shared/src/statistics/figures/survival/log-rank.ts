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
  const surplus = groups.map(() => 0);
  const expected = groups.map(() => 0);
  const variance = groups.map(() => groups.map(() => 0));
  const days = groups[0]?.events.length ?? 0;
  for (let day = Math.ceil(landmark); day < days; day += 1) {
    const deaths = groups.reduce((sum, { events }) => sum + (events[day] ?? 0), 0);
    if (deaths === 0) continue;
    const atRisk = groups.map((group) => group.atRisk[day] ?? 0);
    const all = atRisk.reduce((sum, risk) => sum + risk, 0);
    const spread = all > 1 ? (deaths * (all - deaths)) / (all - 1) : 0;
    for (const [index, group] of groups.entries()) {
      const share = (atRisk[index] ?? 0) / all;
      expected[index] = (expected[index] ?? 0) + deaths * share;
      surplus[index] = (surplus[index] ?? 0) + (group.events[day] ?? 0) - deaths * share;
      const row = variance[index] ?? [];
      for (const [other, risk] of atRisk.entries()) {
        row[other] = (row[other] ?? 0) + spread * share * ((index === other ? 1 : 0) - risk / all);
      }
    }
  }
  const compared = groups.map((_, index) => index).filter((index) => (expected[index] ?? 0) > 0);
  // what one group has too many, the others have too few: the last one tells nothing new
  const free = compared.slice(0, -1);
  return scoreTest(
    free.map((index) => surplus[index] ?? 0),
    submatrix(variance, free),
  );
}
