import { type ReleasedIncidenceCurve, type ReleasedPoint, type ReleasedSurvivalCurve, valueOrNull } from '../../disclosure';
import type { IncidencePoint as IncidencePointFigure, SurvivalPoint as SurvivalPointFigure } from '../../statistics';
import type { IncidenceCurve, IncidencePoint } from './incidence-types';
import { presentCount } from './present-figures';
import type { SurvivalCurve, SurvivalPoint } from './survival-types';

/** Released curves in the API's form, where a suppressed number is null beside a flag. */

export function presentSurvivalCurve(released: ReleasedSurvivalCurve): SurvivalCurve {
  const { group, n, events, median, points } = released;
  return {
    released,
    group: group ?? null,
    n: presentCount(n),
    events: presentCount(events),
    median: median.median ?? null,
    medianLower: median.lower ?? null,
    medianUpper: median.upper ?? null,
    points: points.map(presentSurvivalPoint),
  };
}

function presentSurvivalPoint({ month, point }: ReleasedPoint<SurvivalPointFigure>): SurvivalPoint {
  const shown = valueOrNull(point);
  return {
    month,
    atRisk: shown?.atRisk ?? null,
    survival: shown?.survival ?? null,
    standardError: shown?.standardError ?? null,
    lower: shown?.lower ?? null,
    upper: shown?.upper ?? null,
    suppressed: point.suppressed,
  };
}

export function presentIncidenceCurve({ group, n, events, points }: ReleasedIncidenceCurve): IncidenceCurve {
  return { group: group ?? null, n: presentCount(n), events: presentCount(events), points: points.map(presentIncidencePoint) };
}

function presentIncidencePoint({ month, point }: ReleasedPoint<IncidencePointFigure>): IncidencePoint {
  const shown = valueOrNull(point);
  return {
    month,
    atRisk: shown?.atRisk ?? null,
    incidence: shown?.incidence ?? null,
    competingIncidence: shown?.competingIncidence ?? null,
    standardError: shown?.standardError ?? null,
    lower: shown?.lower ?? null,
    upper: shown?.upper ?? null,
    suppressed: point.suppressed,
  };
}
