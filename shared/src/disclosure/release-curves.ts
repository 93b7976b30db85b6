import {
  dayOfMonth,
  type GroupedTimes,
  type GroupTimes,
  type IncidenceCurve,
  type IncidencePoint,
  incidenceCurve,
  incidencePoint,
  type MedianSurvival,
  medianSurvival,
  type RestrictedMean,
  restrictedMean,
  type SurvivalCurve,
  type SurvivalPoint,
  survivalCurve,
  survivalPoint,
  total,
} from '../statistics';
import { type Released, releaseCount, released, SUPPRESSED } from './release-count';
import { isSmall, protectLine } from './suppress-line';
import { suppressTable } from './suppress-table';

/** A point of a curve after the gate. */
export interface ReleasedPoint<P> {
  readonly month: number;
  readonly point: Released<P>;
}

export interface ReleasedSurvivalCurve {
  readonly group: string | undefined;
  readonly n: Released<number>;
  readonly events: Released<number>;
  readonly median: MedianSurvival;
  readonly points: readonly ReleasedPoint<SurvivalPoint>[];
  readonly restrictedMean: (horizonMonth: number) => Released<RestrictedMean>;
}

export interface ReleasedIncidenceCurve {
  readonly group: string | undefined;
  readonly n: Released<number>;
  readonly events: Released<number>;
  readonly points: readonly ReleasedPoint<IncidencePoint>[];
}

/** Curves after the gate. */
export interface ReleasedCurves<C> {
  readonly curves: readonly C[];
  /** Whether a test over all groups may be released: no group is hidden. */
  readonly testReleased: boolean;
}

/** What is asked of curves. */
export interface CurveRequest {
  /** In ascending order. */
  readonly months: readonly number[];
  /** Curves begin at this month, without the points before it. */
  readonly landmarkMonth: number;
}

/** What of each group may not leave. */
interface HiddenCounts {
  readonly curve: boolean;
  readonly events: boolean;
}

/**
 * Passes Kaplan-Meier curves through the gate. A group whose number of patients may not be told has no figure at all; of the
 * others a point, a median and a restricted mean are released while at least k patients are at risk.
 */
export function releaseSurvival(times: GroupedTimes, request: CurveRequest, threshold: number): ReleasedCurves<ReleasedSurvivalCurve> {
  return releaseCurves(times, threshold, (group, hidden) => {
    const curve = survivalCurve(group, dayOfMonth(request.landmarkMonth));
    const hides = hidden.curve || curve.n < threshold;
    return {
      group: group.group,
      ...releaseCounts(curve, hidden, threshold),
      median: hides ? NO_MEDIAN : releaseMedian(curve, threshold),
      points: releasePoints(request, hides, threshold, (month) => survivalPoint(curve, month)),
      restrictedMean: (horizonMonth) => (hides ? SUPPRESSED : whileAtRisk(restrictedMean(curve, horizonMonth), threshold)),
    };
  });
}

/** Passes cumulative incidences through the gate, as {@link releaseSurvival} does survival. */
export function releaseIncidence(times: GroupedTimes, request: CurveRequest, threshold: number): ReleasedCurves<ReleasedIncidenceCurve> {
  return releaseCurves(times, threshold, (group, hidden) => {
    const curve = incidenceCurve(group, dayOfMonth(request.landmarkMonth));
    const hides = hidden.curve || curve.n < threshold;
    return {
      group: group.group,
      ...releaseCounts(curve, hidden, threshold),
      points: releasePoints(request, hides, threshold, (month) => incidencePoint(curve, month)),
    };
  });
}

function releaseCurves<C>(
  times: GroupedTimes,
  threshold: number,
  release: (group: GroupTimes, hidden: HiddenCounts) => C,
): ReleasedCurves<C> {
  const hidden = hiddenCounts(times, threshold);
  const shown = times.groups.map((group, index) => ({ group, flags: hidden[index] ?? { curve: true, events: true } }));
  return {
    // a group that exists, but has nobody in the analysis, has no curve among others
    curves: shown.filter(({ group }) => group.group === undefined || group.n > 0).map(({ group, flags }) => release(group, flags)),
    testReleased: shown.every(({ group, flags }) => group.n === 0 || (!flags.curve && group.n >= threshold)),
  };
}

/**
 * Groups by patients in the analysis and not in it are a table as any other, with the patients of no group as a row of theirs.
 * Their events, and their patients without the event, add up to known totals.
 */
function hiddenCounts({ groups, ungrouped }: GroupedTimes, threshold: number): readonly HiddenCounts[] {
  const all = [...groups, ungrouped];
  const patients = suppressTable(
    all.map(({ n, notInAnalysis }) => [n, notInAnalysis]),
    threshold,
  ).cells;
  const events = all.map((group) => total(group.events));
  const others = all.map(({ n }, index) => n - (events[index] ?? 0));
  const small = all.flatMap((_, index) =>
    patients[index]?.[0] || isSmall(events[index] ?? 0, threshold) || isSmall(others[index] ?? 0, threshold) ? [index] : [],
  );
  const hiddenEvents = protectLine(others, protectLine(events, new Set(small), threshold), threshold);
  return groups.map((_, index) => ({ curve: patients[index]?.[0] ?? true, events: hiddenEvents.has(index) }));
}

function releaseCounts(
  { n, events }: SurvivalCurve | IncidenceCurve,
  hidden: HiddenCounts,
  threshold: number,
): { readonly n: Released<number>; readonly events: Released<number> } {
  const patients = hidden.curve ? SUPPRESSED : releaseCount(n, threshold);
  const eventsHidden = patients.suppressed || hidden.events || isSmall(n - events, threshold);
  return { n: patients, events: eventsHidden ? SUPPRESSED : releaseCount(events, threshold) };
}

function releasePoints<P extends { readonly month: number; readonly atRisk: number }>(
  { months, landmarkMonth }: CurveRequest,
  hides: boolean,
  threshold: number,
  pointAt: (month: number) => P,
): readonly ReleasedPoint<P>[] {
  return months
    .filter((month) => month >= landmarkMonth)
    .map((month) => ({ month, point: hides ? SUPPRESSED : whileAtRisk(pointAt(month), threshold) }));
}

function whileAtRisk<F extends { readonly atRisk: number }>(figure: F, threshold: number): Released<F> {
  return figure.atRisk >= threshold ? released(figure) : SUPPRESSED;
}

const NO_MEDIAN: MedianSurvival = { median: undefined, lower: undefined, upper: undefined };

/** A median, or a limit of it, is a point of its curve. */
function releaseMedian(curve: SurvivalCurve, threshold: number): MedianSurvival {
  const { median, lower, upper } = medianSurvival(curve);
  const release = (month: number | undefined): number | undefined =>
    month !== undefined && survivalPoint(curve, month).atRisk >= threshold ? month : undefined;
  return { median: release(median), lower: release(lower), upper: release(upper) };
}
