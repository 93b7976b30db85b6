import type { Counts } from '@registry-hub/shared/statistics';
import { LRUCache } from 'lru-cache';

/** Bytes of counts that are kept: some hundred answers, at a tenth of what a service's columns take. */
const MOST_BYTES = 16_000_000;

type Answer = readonly Counts[];

/**
 * Answers to questions about one state of the registry, by what they follow from: the same question is not worked out twice, in however many
 * rounds and under whatever masks it is asked. Of too many, those are dropped that nobody has asked for longest.
 */
export class AnswerCache {
  private readonly answers = new LRUCache<string, Answer>({
    maxSize: MOST_BYTES,
    sizeCalculation: (answer, question) => sizeOf(question, answer),
  });

  /** Of an earlier state: whether it is known, without asking for it. */
  peek(question: string): Answer | undefined {
    return this.answers.peek(question);
  }

  /** @param work is done when the answer is not known */
  answer(question: string, work: () => Answer): Answer {
    const known = this.answers.get(question);
    if (known !== undefined) return known;
    const answer = work();
    this.answers.set(question, answer);
    return answer;
  }
}

function sizeOf(question: string, answer: Answer): number {
  return answer.reduce((bytes, { cells, values }) => bytes + cells.byteLength + values.byteLength, question.length);
}
