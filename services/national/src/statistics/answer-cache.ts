/** Bytes of answers that are kept: some hundred answers, at a tenth of what a service's columns take. */
const MOST_BYTES = 16_000_000;

/**
 * Answers to questions about one state of the registry, by the question's text: the same question is not worked out twice. Of
 * too many, those are dropped that nobody has asked for longest.
 */
export class AnswerCache {
  private readonly answers = new Map<string, Uint8Array>();
  private bytes = 0;

  /** @param work is done when the answer is not known */
  answer(question: string, work: () => Uint8Array): Uint8Array {
    const known = this.answers.get(question);
    if (known !== undefined) {
      this.answers.delete(question);
      this.answers.set(question, known);
      return known;
    }
    const answer = work();
    this.answers.set(question, answer);
    this.bytes += sizeOf(question, answer);
    this.dropOldest();
    return answer;
  }

  private dropOldest(): void {
    for (const [question, answer] of this.answers) {
      if (this.bytes <= MOST_BYTES) return;
      this.answers.delete(question);
      this.bytes -= sizeOf(question, answer);
    }
  }
}

function sizeOf(question: string, answer: Uint8Array): number {
  return question.length + answer.length;
}
