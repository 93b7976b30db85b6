import type { MeasureFigure, SummaryFigure } from '../statistics';
import type { DisclosurePolicy } from './policy';
import { type Released, releaseCount, released, SUPPRESSED } from './release-count';
import { suppressTable } from './suppress-table';

/** A group's summary after the gate; undefined moments are those that are not defined or not released. */
export interface ReleasedSummary {
  readonly group: string | undefined;
  readonly n: Released<number>;
  readonly missing: Released<number>;
  readonly figures: Released<Pick<MeasureFigure, (typeof moments)[number]>>;
}

const moments = ['mean', 'standardDeviation', 'minimum', 'lowerQuartile', 'median', 'upperQuartile', 'maximum'] as const;

/**
 * Passes a summary through the gate. Each group's known and unknown, with the patients in no group, make a two-way table
 * that is suppressed as any other; a group whose n is not released, or is 0, has no figures.
 */
export function releaseSummary({ groups, ungrouped }: SummaryFigure, policy: DisclosurePolicy): readonly ReleasedSummary[] {
  const { threshold, extremesReleased } = policy;
  const flags = suppressTable(
    [...groups, ungrouped].map(({ n, missing }) => [n, missing]),
    threshold,
  ).cells;
  return groups.map((group, index) => {
    const [hidesN = true, hidesMissing = true] = flags[index] ?? [];
    const n = hidesN ? SUPPRESSED : releaseCount(group.n, threshold);
    return {
      group: group.group,
      n,
      missing: hidesMissing ? SUPPRESSED : released(group.missing),
      figures: n.suppressed ? SUPPRESSED : released(extremesReleased ? group : { ...group, minimum: undefined, maximum: undefined }),
    };
  });
}
