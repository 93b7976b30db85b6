import type { DiseaseState } from '../cml';

/** How a patient answers to an inhibitor. */
export type Answer = 'DEEP' | 'MAJOR' | 'POOR';

/** BCR::ABL1, % IS, as `least + depth * spread` until so many months of the drug. */
type Step = readonly [untilMonth: number, least: number, spread: number];

/**
 * Plausible values set by the project around the milestones of ELN 2020 (Hochhaus et al., Leukemia 2020;34:966): a deep answer
 * reaches MR4 in the third year and, in some, MR4.5 in the fourth; a major one stays between MMR and MR4; a poor one fails at 12 months.
 */
const steps: Readonly<Record<Answer, readonly Step[]>> = {
  DEEP: [
    [2, 30, 30],
    [4.5, 2, 6],
    [9, 0.2, 0.6],
    [15, 0.03, 0.06],
    [24, 0.012, 0.03],
    [36, 0.005, 0.004],
    [Number.POSITIVE_INFINITY, 0.002, 0.006],
  ],
  MAJOR: [
    [2, 30, 30],
    [4.5, 4, 5],
    [9, 0.4, 0.5],
    [Number.POSITIVE_INFINITY, 0.02, 0.06],
  ],
  POOR: [
    [4.5, 14, 30],
    [9, 12, 20],
    [Number.POSITIVE_INFINITY, 3, 6],
  ],
};

/** BCR::ABL1, % IS, after some months of an inhibitor. @param depth the patient's own level, 0 (best) to 1 */
export function levelUnder(answer: Answer, months: number, depth: number): number {
  const [, least = 0, spread = 0] = steps[answer].find(([until]) => months < until) ?? [];
  return least + spread * depth;
}

/** What an examination shows at a level: complete cytogenetic response goes with 1 % and less, partial with up to 10 %. */
export function stateAtLevel(isPct: number): DiseaseState {
  const phPositivePct = isPct > 10 ? Math.min(36 + isPct, 100) : isPct > 1 ? isPct * 3.5 : 0;
  return { phase: 'CHRONIC', completeHematologicResponse: true, phPositivePct, bcrAbl1IsPct: isPct };
}
