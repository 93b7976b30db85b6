import { triangleSize } from '../mathematics';
import type { DesignMatrix } from './design-matrix';
import type { LikelihoodSums } from './likelihood-sums';
import { linearPredictors } from './linear-predictors';
import { RiskSums } from './risk-sums';

/** One country's patients of a Cox model, in ascending order of the day on which their time ends. */
export interface CoxStratum {
  readonly design: DesignMatrix;
  readonly day: Int32Array;
  /** 1 for an event, 0 for a censoring. */
  readonly event: Uint8Array;
  /**
   * With delayed entry: the day of entry, and the rows in ascending order of it. A patient is at risk from the day after
   * entry to the day the time ends.
   */
  readonly entry?: { readonly day: Int32Array; readonly order: Uint32Array };
}

/** What the events of one day give to the score and to the information; both are overwritten by the next day. */
type VisitDay = (day: number, events: number, score: Float64Array, information: Float64Array) => void;

/**
 * Log partial likelihood of a proportional hazards model (Cox, J R Stat Soc B 1972;34:187), with Efron's handling of tied
 * events (J Am Stat Assoc 1977;72:557), and its derivatives. A country is a stratum: its risk sets are its own, and no sum
 * over a risk set leaves this function.
 */
export function coxSums(stratum: CoxStratum, coefficients: Float64Array): LikelihoodSums {
  const { width } = stratum.design;
  const score = new Float64Array(width);
  const information = new Float64Array(triangleSize(width));
  const logLikelihood = eachEventDay(stratum, coefficients, (_day, _events, dayScore, dayInformation) => {
    addTo(score, dayScore, 1);
    addTo(information, dayInformation, 1);
  });
  return { logLikelihood, score, information };
}

/** Sums over events, each weighted by its time, for the test of proportional hazards. */
export interface TimeWeightedSums {
  /** Of the events' times. */
  readonly time: number;
  readonly score: Float64Array;
  readonly information: Float64Array;
  /** Weighted by the square of the time. */
  readonly squaredInformation: Float64Array;
}

/** The middle and the spread of times, in days, that keep weights near 1; a test at the maximum does not depend on them. */
const TIME_CENTER = 1461;
const TIME_SPREAD = 1461;

/**
 * Derivatives by coefficients that change linearly with time, at coefficients that do not: what the score test of
 * proportional hazards is made of (Grambsch & Therneau, Biometrika 1994;81:515).
 */
export function timeWeightedSums(stratum: CoxStratum, coefficients: Float64Array): TimeWeightedSums {
  const { width } = stratum.design;
  const score = new Float64Array(width);
  const information = new Float64Array(triangleSize(width));
  const squaredInformation = new Float64Array(triangleSize(width));
  let total = 0;
  eachEventDay(stratum, coefficients, (day, events, dayScore, dayInformation) => {
    const time = (day - TIME_CENTER) / TIME_SPREAD;
    total += events * time;
    addTo(score, dayScore, time);
    addTo(information, dayInformation, time);
    addTo(squaredInformation, dayInformation, time * time);
  });
  return { time: total, score, information, squaredInformation };
}

/** Goes from the last day to the first, so that risk sets only grow. @returns the log partial likelihood */
function eachEventDay({ design, day, event, entry }: CoxStratum, coefficients: Float64Array, visit: VisitDay): number {
  const predictors = linearPredictors(design, coefficients);
  const sums = new RiskSums(design, predictors);
  let logLikelihood = 0;
  let notEntered = entry ? entry.order.length - 1 : -1;
  let row = day.length - 1;
  while (row >= 0) {
    const today = day[row] ?? 0;
    row = sums.enterDay(day, event, row);
    if (sums.tied === 0) continue;
    if (entry) notEntered = leaveBefore(entry, notEntered, today, sums);
    logLikelihood += sums.closeEventDay();
    visit(today, sums.tied, sums.dayScore, sums.dayInformation);
  }
  return logLikelihood;
}

/**
 * Takes out, from a place in the order of entries backwards, whoever has not entered before a day.
 *
 * @returns the last place whose patient has
 */
function leaveBefore({ day, order }: Required<CoxStratum>['entry'], from: number, today: number, sums: RiskSums): number {
  let place = from;
  while (place >= 0) {
    const row = order[place] ?? 0;
    if ((day[row] ?? 0) < today) break;
    sums.leave(row);
    place -= 1;
  }
  return place;
}

function addTo(total: Float64Array, addend: Float64Array, weight: number): void {
  for (let index = 0; index < total.length; index += 1) total[index] = (total[index] ?? 0) + weight * (addend[index] ?? 0);
}
