import { type CaseColumns, type FigureScope, selectRows } from '../columns';
import type { CohortQuestion, FigureQuestion } from '../question';
import type { Counts } from './counts';
import { frequencyPartial } from './frequency-partial';
import { summaryPartial } from './summary-partial';

/** One country's partials for a question, a set of counts a figure, in the question's order. */
export function answerQuestion(columns: CaseColumns, country: string, question: CohortQuestion, scope: FigureScope): readonly Counts[] {
  const rows = selectRows(columns, country, question.filter, scope);
  return question.figures.map((figure) => figurePartial(columns, rows, country, question.countries, figure));
}

function figurePartial(
  columns: CaseColumns,
  rows: Uint32Array,
  country: string,
  countries: readonly string[],
  figure: FigureQuestion,
): Counts {
  switch (figure.kind) {
    case 'size':
      return new Map(rows.length === 0 ? [] : [[0, rows.length]]);
    case 'frequencies':
      return frequencyPartial(columns, rows, country, countries, figure.of, figure.by);
    case 'summary':
      return summaryPartial(columns, rows, country, countries, figure.of, figure.by);
  }
}
