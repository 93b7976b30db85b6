import { type CaseColumns, type FigureScope, pickRows } from '../columns';
import type { CohortQuestion, FigureQuestion } from '../question';
import { answerQuestion } from './answer-question';
import { type Counts, changeCounts, NO_COUNTS } from './counts';

/** What is different between two states of the same columns: the rows that were written, as they were and as they are. */
export interface ColumnsChange {
  readonly before: CaseColumns;
  readonly after: CaseColumns;
}

/** @param rows that may be different in the later of two states */
export function changeOf(earlier: CaseColumns, later: CaseColumns, rows: readonly number[]): ColumnsChange {
  return { before: pickRows(earlier, rows), after: pickRows(later, rows) };
}

/**
 * Whether all figures of a question count each patient by itself, so that a change of few costs no more than these few. The
 * sums of models do not: of a Cox model's, each patient is in those of others; of a logistic one's, sums are rounded once.
 */
export function countsEachPatient({ figures }: Pick<CohortQuestion, 'figures'>): boolean {
  return figures.every(({ kind }) => !sumsOfModels.includes(kind));
}

const sumsOfModels: readonly FigureQuestion['kind'][] = ['likelihood', 'proportionality'];

/**
 * The partials of a question after a change, from those before it: the patients who changed are taken out as they were and
 * counted as they are. The same as counting everybody anew.
 *
 * @param question with {@link countsEachPatient}
 */
export function recount(
  earlier: readonly Counts[],
  { before, after }: ColumnsChange,
  country: string,
  question: CohortQuestion,
  scope: FigureScope,
): readonly Counts[] {
  const gone = answerQuestion(before, country, question, scope);
  const come = answerQuestion(after, country, question, scope);
  return earlier.map((counts, figure) => changeCounts(counts, come[figure] ?? NO_COUNTS, gone[figure] ?? NO_COUNTS));
}
