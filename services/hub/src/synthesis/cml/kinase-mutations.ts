import type { Mutation } from '@registry-hub/shared/domain';
import type { RandomSource, Weighted } from '../random-source';
import type { CaseSketch } from './case-sketch';
import type { FailureCourse } from './failure-course';

/**
 * Variants and their share among imatinib-resistant patients with a mutation. M244V, G250E, Y253F/H, E255K/V, T315I, M351T and
 * F359V make up 85 % (Soverini, Clin Cancer Res 2006;12:7374); shares within and beside them are plausible values.
 */
const variants: readonly Weighted<string>[] = [
  ['M351T', 14],
  ['T315I', 13],
  ['Y253H', 12],
  ['E255K', 11],
  ['G250E', 11],
  ['F359V', 9],
  ['M244V', 8],
  ['E255V', 4],
  ['Y253F', 3],
  ['F317L', 3],
  ['H396R', 3],
  ['E355G', 3],
  ['L248V', 2],
  ['Q252H', 2],
  ['L387M', 1],
  ['D276G', 1],
];

const TESTED_PERCENT = 70;
const SECOND_VARIANT_PERCENT = 8;
/** Sanger sequencing sees a clone from about a fifth of the transcripts on. */
const LEAST_VAF = 20;

/** What a mutation test on the day of the failure found; nobody was tested for toxicity alone. */
export function kinaseMutations({ patientCode, course, timeline }: CaseSketch, random: RandomSource): readonly Mutation[] {
  if (!random.chance(TESTED_PERCENT) || !random.chance(positivePercent(course))) return [];
  const first = random.weighted(variants);
  const others = variants.filter(([variant]) => variant !== first);
  const found = random.chance(SECOND_VARIANT_PERCENT) ? [first, random.weighted(others)] : [first];
  return found.map((variant) => ({
    patientCode,
    sampledOn: timeline.failedOn,
    variant,
    vafPct: random.integer(LEAST_VAF, 100),
    method: random.chance(90) ? 'SANGER' : 'ASO_PCR',
  }));
}

/** Share of positive tests: 30 % in primary and 57 % in acquired resistance, 52 % in accelerated and 75 % in blast phase (Soverini 2006). */
function positivePercent({ response, failure, phaseAtFailure }: FailureCourse): number {
  if (failure === 'TOXICITY') return 0;
  if (response !== 'ADEQUATE') return 30;
  return { CHRONIC: 57, ACCELERATED: 52, BLAST: 75 }[phaseAtFailure];
}
