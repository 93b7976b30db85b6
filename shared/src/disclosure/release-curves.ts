import {
  atRiskAt,
  type CohortVariable,
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
import { type AnalysisSets, analysisSets, analysisSide, analysisTwins, type TimeAnalysis } from './analysis-sets';
import { sideOf, valueSet, variableSets } from './patient-sets';
import { type Released, released, releaseUnlessHidden, SUPPRESSED } from './release-count';
import {
  type CountCell,
  type CountClaims,
  crossDivisions,
  EVERYBODY,
  type HiddenCounts,
  inAll,
  joinClaims,
  WHOLE_COHORT,
} from './suppression';

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
  readonly analysis: TimeAnalysis;
  readonly by?: CohortVariable | undefined;
  /** In ascending order. */
  readonly months: readonly number[];
  /** Curves begin at this month, without the points before it. */
  readonly landmarkMonth: number;
}

/**
 * What curves tell: of each group who is in the analysis, with the event and without it, and who is not; then who is at risk at
 * each point. Points of all groups add up to those of the curve of all, where that is asked for too. One point of a curve is
 * not compared with the next: that few left between them may be told.
 */
export function claimCurves({ groups, ungrouped }: GroupedTimes, { analysis, by, months, landmarkMonth }: CurveRequest): CountClaims {
  const sets = analysisSets(analysis);
  const all = by === undefined ? groups : [...groups, ungrouped];
  const values = groups.map(({ group }) => group ?? '');
  const rows = by === undefined ? WHOLE_COHORT : sideOf(variableSets(by), values);
  const ends = all.map((times) => endsFrom(times, landmarkMonth));
  const table = crossDivisions(rows, analysisSide(sets, landmarkMonth), ends);
  const points = months.filter((month) => month >= landmarkMonth).map((month) => claimPoint(all, rows.names, sets.atRisk(month), month));
  return { ...joinClaims([table, ...points]), twins: analysisTwins(analysis) };
}

/** Of a group, how many have the event, have it not, and are not in the analysis from a month on. */
function endsFrom({ n, notInAnalysis, events, competing, censored }: GroupTimes, month: number): readonly number[] {
  const firstDay = Math.ceil(dayOfMonth(month));
  const withEvent = total(events.subarray(firstDay));
  const without = total(competing.subarray(firstDay)) + total(censored.subarray(firstDay));
  return [withEvent, without, n + notInAnalysis - withEvent - without];
}

/** A point lies as deep as those who are in the analysis, of each group. */
function claimPoint(groups: readonly GroupTimes[], names: readonly string[], atRisk: string, month: number): CountClaims {
  const cells = groups.map(({ atRisk: byDay }, index): CountCell => {
    const set = names[index] ?? EVERYBODY;
    return { name: inAll(set, atRisk), count: atRiskAt(byDay, dayOfMonth(month)), depth: set === EVERYBODY ? 1 : 3 };
  });
  const isWhole = names.length === 1 && names[0] === EVERYBODY;
  return { cells, sums: isWhole ? [] : [{ whole: atRisk, parts: cells.map(({ name }) => name) }] };
}

/**
 * Passes Kaplan-Meier curves through the gate. A group whose number of patients may not be told has no figure at all; of the
 * others a point, a median and a restricted mean are released while at least k patients are at risk.
 *
 * @param threshold k
 */
export function releaseSurvival(
  times: GroupedTimes,
  request: CurveRequest,
  hidden: HiddenCounts,
  threshold: number,
): ReleasedCurves<ReleasedSurvivalCurve> {
  const gate = new CurveGate(request, hidden, threshold);
  return gate.releaseAll(times, (group) => {
    const curve = survivalCurve(group, dayOfMonth(request.landmarkMonth));
    const hides = gate.hides(curve);
    return {
      ...gate.releaseCounts(curve),
      median: hides ? NO_MEDIAN : releaseMedian(curve, threshold),
      points: gate.releasePoints(curve, (month) => survivalPoint(curve, month)),
      restrictedMean: (horizonMonth) => (hides ? SUPPRESSED : whileAtRisk(restrictedMean(curve, horizonMonth), threshold)),
    };
  });
}

/** Passes cumulative incidences through the gate, as {@link releaseSurvival} does survival. */
export function releaseIncidence(
  times: GroupedTimes,
  request: CurveRequest,
  hidden: HiddenCounts,
  threshold: number,
): ReleasedCurves<ReleasedIncidenceCurve> {
  const gate = new CurveGate(request, hidden, threshold);
  return gate.releaseAll(times, (group) => {
    const curve = incidenceCurve(group, dayOfMonth(request.landmarkMonth));
    return { ...gate.releaseCounts(curve), points: gate.releasePoints(curve, (month) => incidencePoint(curve, month)) };
  });
}

type Curve = Pick<SurvivalCurve | IncidenceCurve, 'group' | 'n' | 'events'>;

/** What of one figure's curves may leave. */
class CurveGate {
  private readonly sets: AnalysisSets;

  constructor(
    private readonly request: CurveRequest,
    private readonly hidden: HiddenCounts,
    private readonly threshold: number,
  ) {
    this.sets = analysisSets(request.analysis);
  }

  releaseAll<C extends { readonly n: Released<number> }>({ groups }: GroupedTimes, release: (group: GroupTimes) => C): ReleasedCurves<C> {
    // a group that exists, but has nobody in the analysis, has no curve among others
    const curves = groups.filter(({ group, n }) => group === undefined || n > 0).map(release);
    return { curves, testReleased: curves.every(({ n }) => !n.suppressed) };
  }

  hides({ group, n }: Curve): boolean {
    return n < this.threshold || this.hidden.has(this.setOf(group, this.sets.reaching(this.request.landmarkMonth)));
  }

  releaseCounts({ group, n, events }: Curve): { readonly group: string | undefined } & Readonly<Record<'n' | 'events', Released<number>>> {
    const { landmarkMonth } = this.request;
    const patients = releaseUnlessHidden(n, this.setOf(group, this.sets.reaching(landmarkMonth)), this.hidden);
    const withEvent = releaseUnlessHidden(events, this.setOf(group, this.sets.eventFrom(landmarkMonth)), this.hidden);
    return { group, n: patients, events: patients.suppressed ? SUPPRESSED : withEvent };
  }

  releasePoints<P extends { readonly month: number; readonly atRisk: number }>(
    curve: Curve,
    pointAt: (month: number) => P,
  ): readonly ReleasedPoint<P>[] {
    const { months, landmarkMonth } = this.request;
    const hides = this.hides(curve);
    const mayLeave = (month: number): boolean => !hides && !this.hidden.has(this.setOf(curve.group, this.sets.atRisk(month)));
    return months
      .filter((month) => month >= landmarkMonth)
      .map((month) => ({ month, point: mayLeave(month) ? whileAtRisk(pointAt(month), this.threshold) : SUPPRESSED }));
  }

  private setOf(group: string | undefined, set: string): string {
    const { by } = this.request;
    return by === undefined || group === undefined ? set : inAll(valueSet(by, group), set);
  }
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
