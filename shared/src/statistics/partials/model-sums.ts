import { triangleSize } from '../mathematics';
import type { LikelihoodSums, TimeWeightedSums } from '../models';
import { type Counts, countAt, countsOf } from './counts';
import { fixedPointCells, MOST_PER_PATIENT, readFixedPoint } from './fixed-point';

/**
 * Cells of a model's sums: the patients and the events that are in them, whether a sum was beyond what fixed-point numbers
 * can hold, then two cells a sum.
 */
const PATIENTS = 0;
const EVENTS = 1;
const BEYOND = 2;
export const FIRST_SUM = 3;

/** The pooled sums of a model's question, in its order; undefined sums were beyond what fixed-point numbers can hold. */
export interface PooledSums {
  readonly patients: number;
  readonly events: number;
  readonly sums: readonly number[] | undefined;
}

/** One country's sums as cells. */
export function sumsPartial(patients: number, events: number, sums: readonly number[], fractionBits: number): Counts {
  const most = patients * MOST_PER_PATIENT;
  const fits = sums.every((sum) => Math.abs(sum) <= most);
  return countsOf([
    [PATIENTS, patients],
    [EVENTS, events],
    [BEYOND, fits ? 0 : 1],
    ...(fits ? sums.flatMap((sum, index) => fixedPointCells(FIRST_SUM + 2 * index, sum, fractionBits)) : []),
  ]);
}

/** Reads pooled sums. @param length how many sums the question asked for */
export function readSums(counts: Counts, length: number, fractionBits: number): PooledSums {
  const sums = Array.from({ length }, (_, index) => readFixedPoint(counts, FIRST_SUM + 2 * index, fractionBits));
  return {
    patients: countAt(counts, PATIENTS),
    events: countAt(counts, EVENTS),
    sums: countAt(counts, BEYOND) > 0 ? undefined : sums,
  };
}

/** How many sums a Newton step asks for: the log-likelihood, the score and the information's triangle. */
export function likelihoodLength(parameters: number): number {
  return 1 + parameters + triangleSize(parameters);
}

export function likelihoodVector({ logLikelihood, score, information }: LikelihoodSums): readonly number[] {
  return [logLikelihood, ...score, ...information];
}

/** How many sums the test of proportional hazards asks for. */
export function timeWeightedLength(parameters: number): number {
  return 1 + parameters + 2 * triangleSize(parameters);
}

export function timeWeightedVector({ time, score, information, squaredInformation }: TimeWeightedSums): readonly number[] {
  return [time, ...score, ...information, ...squaredInformation];
}
