import type { DisclosureSettings } from '@registry-hub/shared/domain';
import type { Counts } from '@registry-hub/shared/statistics';
import { LRUCache } from 'lru-cache';

/** The sums of a question, with the state of each country that answered it. */
export interface KnownAnswer {
  readonly states: ReadonlyMap<string, string>;
  /** What each country asked of disclosure control in that state. */
  readonly settings: ReadonlyMap<string, DisclosureSettings>;
  readonly figures: readonly Counts[];
  /** Whether any of them left patients out who were in the freeze when it was taken. */
  readonly leftOut: boolean;
}

/** Cells of pooled counts that are kept, of 16 bytes each. */
const MOST_CELLS = 4_000_000;

/**
 * Pooled answers by the question's text. One is good as long as every country in it says that its state is the same: it saves
 * their counting, sending and adding up again, and never that they are asked.
 */
export class KnownAnswers {
  private readonly answers = new LRUCache<string, KnownAnswer>({ maxSize: MOST_CELLS, sizeCalculation: cellsOf });

  of(question: string): KnownAnswer | undefined {
    return this.answers.get(question);
  }

  keep(question: string, answer: KnownAnswer): void {
    this.answers.set(question, answer);
  }
}

function cellsOf({ figures }: KnownAnswer, question: string): number {
  return question.length + figures.reduce((total, { cells }) => total + cells.length, 0);
}
