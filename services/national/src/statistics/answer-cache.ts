/** Characters of answers that are kept: some hundred answers, at a tenth of what a service's columns take. */
const MOST_CHARACTERS = 8_000_000;

/**
 * Answers to questions about one revision, by the question's text: the same question is not worked out twice. Of too many,
 * those are dropped that nobody has asked for longest.
 */
export class AnswerCache {
  private readonly answers = new Map<string, string>();
  private characters = 0;

  /** @param work is done when the answer is not known */
  answer(question: string, work: () => string): string {
    const known = this.answers.get(question);
    if (known !== undefined) {
      this.answers.delete(question);
      this.answers.set(question, known);
      return known;
    }
    const answer = work();
    this.answers.set(question, answer);
    this.characters += question.length + answer.length;
    this.dropOldest();
    return answer;
  }

  private dropOldest(): void {
    for (const [question, answer] of this.answers) {
      if (this.characters <= MOST_CHARACTERS) return;
      this.answers.delete(question);
      this.characters -= question.length + answer.length;
    }
  }
}
