import { createHash } from 'node:crypto';
import {
  type CohortQuestion,
  type Counts,
  canonicalText,
  cohortIdentity,
  decodeCounts,
  encodeCounts,
  type FigureQuestion,
  type FigureScope,
  LAYOUT_VERSION,
  NO_COUNTS,
} from '@registry-hub/shared/statistics';
import type { FreezeLosses } from '../storage';
import { FreezeChanged } from './freeze-changed';

/** A figure's counts, as they were counted from a freeze that patients had been taken out of so often. */
export interface KeptAnswer {
  readonly digest: string;
  readonly losses: number;
  /** As they are encoded for the hub. */
  readonly counts: Uint8Array;
}

/** Where answers from freezes are kept. */
export interface KeptAnswerStore {
  find(label: string, digests: readonly string[]): Promise<readonly KeptAnswer[]>;
  /**
   * What is kept already stays as it is.
   *
   * @param counted the freeze's losses when it was counted @returns false, and nothing is kept, when patients were taken out since
   */
  keep(label: string, counted: FreezeLosses, answers: readonly KeptAnswer[]): Promise<boolean>;
}

/** A question to a freeze, as far as its answer is kept. */
export interface FrozenQuestion {
  readonly label: string;
  readonly freeze: FreezeLosses;
  readonly scope: FigureScope;
  readonly question: CohortQuestion;
}

export interface FrozenAnswer {
  readonly figures: readonly Counts[];
  /** Whether patients are left out of them who were in the freeze when it was taken. */
  readonly leftOut: boolean;
}

/**
 * What this registry has counted from freezes, figure by figure. Figures that are asked for together are all of one state of the
 * freeze: the first of which all of them are kept, else the present one.
 */
export class KeptAnswers {
  constructor(private readonly store: KeptAnswerStore) {}

  /**
   * @param count counts all figures from the freeze as it is now
   * @throws FreezeChanged when patients were taken out meanwhile: what was counted with them is not given
   */
  async answer({ label, freeze, scope, question }: FrozenQuestion, count: () => readonly Counts[]): Promise<FrozenAnswer> {
    const losses = lossesIn(freeze, scope);
    const digests = question.figures.map((figure) => figureDigest(figure, question, scope));
    const kept = new Map((await this.store.find(label, digests)).map((one) => [keyOf(one), one]));
    const states = question.anew ? [losses] : [...new Set([...kept.values()].map((one) => one.losses))].toSorted((a, b) => a - b);
    const first = states.find((state) => digests.every((digest) => kept.has(keyOf({ digest, losses: state }))));
    if (first !== undefined) {
      const figures = digests.map((digest) => countsOf(kept.get(keyOf({ digest, losses: first }))));
      return { figures, leftOut: first > 0 };
    }
    const figures = count();
    const answers = digests.map((digest, index) => ({ digest, losses, counts: encodeCounts([figures[index] ?? NO_COUNTS]) }));
    if (!(await this.store.keep(label, freeze, answers))) throw new FreezeChanged(label);
    return { figures, leftOut: losses > 0 };
  }
}

/** How often patients have been taken out of figures of this scope. */
function lossesIn({ withdrawals, objections }: FreezeLosses, scope: FigureScope): number {
  return scope === 'EUROPEAN' ? withdrawals + objections : withdrawals;
}

function keyOf({ digest, losses }: Pick<KeptAnswer, 'digest' | 'losses'>): string {
  return `${digest} ${losses}`;
}

function countsOf(kept: KeptAnswer | undefined): Counts {
  return (kept && decodeCounts(kept.counts, 1)[0]) ?? NO_COUNTS;
}

/** Whatever else was asked with a figure, and whichever countries answered, it is the same figure. */
function figureDigest(figure: FigureQuestion, { filter, countries }: CohortQuestion, scope: FigureScope): string {
  const cohort = cohortIdentity(filter, filter.countries ?? []);
  const text = canonicalText(figure);
  // a country joins, and only figures by country have other cells
  const values = text.includes('"COUNTRY"') ? countries : [];
  return createHash('sha256')
    .update(canonicalText([LAYOUT_VERSION, scope, cohort, values, text]))
    .digest('base64url');
}
