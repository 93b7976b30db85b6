import type { Diagnosis } from '@registry-hub/shared/domain';
import { rounded, valueAtRank } from '../quantiles';
import type { RandomSource, Weighted } from '../random-source';
import type { CaseProfile } from './case-profile';
import type { CaseSketch } from './case-sketch';

/**
 * Deciles of the findings at diagnosis, in the units of the bundle format: plausible values set by the project, such that
 * the groups of the Sokal score (Blood 1984;63:789) come out near the 32, 40 and 28 % of its own patients. Blasts, basophils and
 * platelets stay inside the chronic phase.
 */
const deciles = {
  spleenCm: [0, 0, 0, 0, 2, 3, 5, 7, 10, 14, 24],
  wbc: [12, 34, 58, 83, 110, 140, 175, 215, 270, 345, 560],
  hemoglobin: [70, 88, 97, 105, 112, 118, 124, 130, 137, 145, 165],
  platelets: [110, 180, 235, 285, 335, 390, 455, 540, 660, 860, 1900],
  blastsPct: [0, 0, 0, 0.5, 1, 1, 1.5, 2, 3, 5, 9],
  basophilsPct: [0, 0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 7, 14],
  eosinophilsPct: [0, 0, 0.5, 1, 1.5, 2, 2, 2.5, 3, 4.5, 10],
} as const;

const transcripts: readonly Weighted<string | undefined>[] = [
  ['e14a2', 52],
  ['e13a2', 34],
  ['e13a2+e14a2', 6],
  [undefined, 8],
];

const MISSING_PERCENT = 4;

/** What of a case its diagnosis follows from. */
export interface DiagnosedCase extends Pick<CaseSketch, 'patientCode'> {
  readonly profile: Pick<CaseProfile, 'sex'> & Partial<Pick<CaseProfile, 'failure'>>;
  readonly timeline: Pick<CaseSketch['timeline'], 'diagnosedOn'>;
}

/** The diagnosis of a Ph+ CML in chronic phase. One value in twenty-five was not documented. */
export function diagnosisRecord({ patientCode, profile, timeline }: DiagnosedCase, random: RandomSource): Diagnosis {
  const burden = diseaseBurden(profile, random);
  const finding = (name: keyof typeof deciles, perUnit: 1 | 10, rank = relatedRank(burden, random)): { readonly [name: string]: number } =>
    random.chance(MISSING_PERCENT) ? {} : { [name]: rounded(valueAtRank(deciles[name], rank), perUnit) };
  const transcript = random.weighted(transcripts);
  return {
    patientCode,
    disease: '9875/3',
    diagnosedOn: timeline.diagnosedOn,
    phase: 'CHRONIC',
    phPositive: true,
    ...(transcript !== undefined && { transcript }),
    ...finding('spleenCm', 1),
    ...finding('wbc', 10),
    ...finding('hemoglobin', 1, 1 - relatedRank(burden, random)),
    ...finding('platelets', 1, random.rank()),
    ...finding('blastsPct', 10),
    ...finding('basophilsPct', 10),
    ...finding('eosinophilsPct', 10),
    ...(random.chance(100 - MISSING_PERCENT) && { karyotype: karyotype(profile, random) }),
  };
}

/** A patient's rank, 0 to 1, in the burden of disease: higher before a progression, lower before a toxicity. */
function diseaseBurden({ failure }: DiagnosedCase['profile'], random: RandomSource): number {
  const rank = random.rank();
  if (failure === 'PROGRESSION_TO_ADVANCED_PHASE') return Math.max(rank, random.rank());
  return failure === 'TOXICITY' ? Math.min(rank, random.rank()) : rank;
}

/** The burden's rank half of the time, else one of its own: related findings, each with its distribution unchanged. */
function relatedRank(burden: number, random: RandomSource): number {
  return random.chance(50) ? burden : random.rank();
}

/** International System for Human Cytogenetic Nomenclature; clone sizes add up to the metaphases examined. */
function karyotype({ sex }: DiagnosedCase['profile'], random: RandomSource): string {
  const chromosomes = sex === 'M' ? '46,XY' : '46,XX';
  const translocation = random.chance(3) ? 't(9;22;11)(q34;q11.2;q13)' : 't(9;22)(q34;q11.2)';
  const examined = random.integer(20, 25);
  const normal = random.chance(15) ? random.integer(1, 3) : 0;
  const positiveClone = `${chromosomes},${translocation}[${examined - normal}]`;
  return normal === 0 ? positiveClone : `${positiveClone}/${chromosomes}[${normal}]`;
}
