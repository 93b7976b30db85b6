import { valueAtRank } from '../quantiles';
import type { RandomSource } from '../random-source';
import { publishedMarginals } from './marginals';

/** Equally spaced quantiles of the age at diagnosis on either side of the published median: plausible values set by the project. */
const YOUNGER = [18, 30, 36, 41, 45, 50.99];
const OLDER = [51, 56, 60, 64, 69, 79.99];

/** Completed years at diagnosis of an adult, with the published median. */
export function drawAge(random: RandomSource): number {
  return random.chance(50) ? drawFrom(YOUNGER, random) : drawFrom(OLDER, random);
}

/**
 * Ages of the published cohort: one patient each of the published minimum and maximum, and of the others as many below
 * the median as above it, so that the median is exact.
 */
export function publishedAges(random: RandomSource): readonly number[] {
  const { patients, ageAtDiagnosis } = publishedMarginals;
  const { median, min, max } = ageAtDiagnosis;
  const medianPair = [median, median];
  const half = (patients - medianPair.length) / 2 - 1;
  const younger = Array.from({ length: half }, () => drawFrom(YOUNGER, random));
  const older = Array.from({ length: half }, () => drawFrom(OLDER, random));
  return [min, ...younger, ...medianPair, ...older, max];
}

function drawFrom(quantiles: readonly number[], random: RandomSource): number {
  return Math.floor(valueAtRank(quantiles, random.rank()));
}
