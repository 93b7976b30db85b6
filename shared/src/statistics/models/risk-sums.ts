import { triangleSize } from '../mathematics';
import type { DesignMatrix } from './design-matrix';

/**
 * Running sums over the patients at risk, and over those with an event on the day that is being read, of each one's relative
 * hazard times 1, its covariates and their products.
 */
export class RiskSums {
  /** Number of events of the day that is being read. */
  tied = 0;
  readonly dayScore: Float64Array;
  readonly dayInformation: Float64Array;

  private readonly width: number;
  private readonly values: Float64Array;
  private readonly hazards: Float64Array;
  private readonly predictors: Float64Array;
  private readonly largest: number;
  /** Of those at risk: hazard, then hazard times covariates, then times products of covariates. */
  private readonly atRisk: Float64Array;
  private readonly tiedSums: Float64Array;
  /** Covariates of the day's events, and their logarithmic hazards. */
  private readonly eventValues: Float64Array;
  private eventLogHazards = 0;

  /** @param predictors a logarithm of each row's hazard, up to a constant */
  constructor({ width, values }: DesignMatrix, predictors: Float64Array) {
    this.width = width;
    this.values = values;
    // the likelihood does not change with a factor on all hazards: with 1 as the largest, none overflows
    this.largest = largestOf(predictors);
    this.predictors = predictors;
    this.hazards = new Float64Array(predictors.length);
    fillHazards(predictors, this.largest, this.hazards);
    this.atRisk = new Float64Array(1 + width + triangleSize(width));
    this.tiedSums = new Float64Array(this.atRisk.length);
    this.eventValues = new Float64Array(width);
    this.dayScore = new Float64Array(width);
    this.dayInformation = new Float64Array(triangleSize(width));
  }

  /**
   * Takes all rows of one day into the risk set, from a row backwards.
   *
   * @returns the last row of the day before
   */
  enterDay(day: Int32Array, event: Uint8Array, from: number): number {
    this.startDay();
    const today = day[from];
    let row = from;
    while (row >= 0 && day[row] === today) {
      this.add(this.atRisk, row, 1);
      if (event[row] === 1) this.addEvent(row);
      row -= 1;
    }
    return row;
  }

  /** Takes a row out of the risk set. */
  leave(row: number): void {
    this.add(this.atRisk, row, -1);
  }

  /** Works out what the day's events give. @returns their part of the log partial likelihood */
  closeEventDay(): number {
    const { width, atRisk, tiedSums, dayScore, dayInformation } = this;
    let logLikelihood = this.eventLogHazards;
    dayScore.set(this.eventValues);
    dayInformation.fill(0);
    for (let before = 0; before < this.tied; before += 1) {
      // Efron: of events on one day, each leaves the risk set a little before the next
      const gone = before / this.tied;
      const hazard = (atRisk[0] ?? 0) - gone * (tiedSums[0] ?? 0);
      logLikelihood -= Math.log(hazard);
      let cell = 0;
      for (let column = 0; column < width; column += 1) {
        const mean = ((atRisk[1 + column] ?? 0) - gone * (tiedSums[1 + column] ?? 0)) / hazard;
        dayScore[column] = (dayScore[column] ?? 0) - mean;
        for (let other = 0; other <= column; other += 1) {
          const otherMean = ((atRisk[1 + other] ?? 0) - gone * (tiedSums[1 + other] ?? 0)) / hazard;
          const product = ((atRisk[1 + width + cell] ?? 0) - gone * (tiedSums[1 + width + cell] ?? 0)) / hazard;
          dayInformation[cell] = (dayInformation[cell] ?? 0) + product - mean * otherMean;
          cell += 1;
        }
      }
    }
    return logLikelihood;
  }

  private startDay(): void {
    if (this.tied > 0) {
      this.tiedSums.fill(0);
      this.eventValues.fill(0);
    }
    this.tied = 0;
    this.eventLogHazards = 0;
  }

  private addEvent(row: number): void {
    this.add(this.tiedSums, row, 1);
    this.tied += 1;
    this.eventLogHazards += (this.predictors[row] ?? 0) - this.largest;
    for (let column = 0; column < this.width; column += 1) {
      this.eventValues[column] = (this.eventValues[column] ?? 0) + (this.values[row * this.width + column] ?? 0);
    }
  }

  private add(sums: Float64Array, row: number, sign: 1 | -1): void {
    const { width, values } = this;
    const hazard = sign * (this.hazards[row] ?? 0);
    const start = row * width;
    sums[0] = (sums[0] ?? 0) + hazard;
    let cell = 1 + width;
    for (let column = 0; column < width; column += 1) {
      const weighted = hazard * (values[start + column] ?? 0);
      sums[1 + column] = (sums[1 + column] ?? 0) + weighted;
      for (let other = 0; other <= column; other += 1) {
        sums[cell] = (sums[cell] ?? 0) + weighted * (values[start + other] ?? 0);
        cell += 1;
      }
    }
  }
}

function largestOf(predictors: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < predictors.length; row += 1) most = Math.max(most, predictors[row] ?? most);
  return most;
}

function fillHazards(predictors: Float64Array, largest: number, hazards: Float64Array): void {
  for (let row = 0; row < predictors.length; row += 1) hazards[row] = Math.exp((predictors[row] ?? 0) - largest);
}
