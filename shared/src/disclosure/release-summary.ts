import type { CohortMeasure, CohortVariable, MeasureFigure, SummaryFigure } from '../statistics';
import { knownSet, measureSide, sideOf, unknownSet, valueSet, variableSets, withinOthers } from './patient-sets';
import type { DisclosurePolicy } from './policy';
import { type Released, released, releaseUnlessHidden, SUPPRESSED } from './release-count';
import { type CountClaims, crossDivisions, EVERYBODY, type HiddenCounts, inAll, WHOLE_COHORT } from './suppression';

/** A group's summary after the gate; undefined moments are those that are not defined or not released. */
export interface ReleasedSummary {
  readonly group: string | undefined;
  readonly n: Released<number>;
  readonly missing: Released<number>;
  readonly figures: Released<Pick<MeasureFigure, (typeof moments)[number]>>;
}

const moments = ['mean', 'standardDeviation', 'minimum', 'lowerQuartile', 'median', 'upperQuartile', 'maximum'] as const;

/** What a summary is of. */
export interface SummarySets {
  readonly of: CohortMeasure;
  readonly by?: CohortVariable | undefined;
}

/** What a summary tells: each group's known and unknown, with the patients in no group. */
export function claimSummary({ groups, ungrouped }: SummaryFigure, { of, by }: SummarySets): CountClaims {
  const counts = groups.map(({ n, missing }) => [n, missing]);
  if (by === undefined) return withinOthers(crossDivisions(WHOLE_COHORT, measureSide(of), counts), [of]);
  const values = groups.map(({ group }) => group ?? '');
  const claims = crossDivisions(sideOf(variableSets(by), values), measureSide(of), [...counts, [ungrouped.n, ungrouped.missing]]);
  return withinOthers(claims, [of, by]);
}

/** Passes a summary through the gate: a group whose n is not released has no figures. */
export function releaseSummary(
  { groups }: SummaryFigure,
  { of, by }: SummarySets,
  hidden: HiddenCounts,
  { extremesReleased }: Pick<DisclosurePolicy, 'extremesReleased'>,
): readonly ReleasedSummary[] {
  return groups.map((group) => {
    const set = by === undefined || group.group === undefined ? EVERYBODY : valueSet(by, group.group);
    const n = releaseUnlessHidden(group.n, inAll(set, knownSet(of)), hidden);
    return {
      group: group.group,
      n,
      missing: releaseUnlessHidden(group.missing, inAll(set, unknownSet(of)), hidden),
      figures: n.suppressed ? SUPPRESSED : released(extremesReleased ? group : { ...group, minimum: undefined, maximum: undefined }),
    };
  });
}
