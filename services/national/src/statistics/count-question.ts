import {
  answerQuestion,
  type CohortQuestion,
  type Counts,
  canonicalText,
  countsEachPatient,
  type FigureScope,
  recount,
} from '@registry-hub/shared/statistics';
import type { ColumnsOfState } from './live-columns';

/**
 * This country's counts for a question, worked out once in a state of the registry, however often and in however many rounds it
 * is asked. Of what was asked in the state before, only the patients who changed are counted.
 */
export function countQuestion(counted: ColumnsOfState, country: string, question: CohortQuestion, scope: FigureScope): readonly Counts[] {
  const { columns, analyses, answers, earlier } = counted;
  const { filter, countries, figures } = question;
  const key = canonicalText([scope, filter, countries, figures]);
  return answers.answer(key, () => {
    const before = countsEachPatient(question) ? earlier?.answers.peek(key) : undefined;
    return before && earlier
      ? recount(before, earlier.change, country, question, scope)
      : answerQuestion(columns, country, question, scope, analyses);
  });
}
