import { AnalysisCache } from '../analysis-cache';
import { type CaseColumns, type FigureScope, selectRows } from '../columns';
import { entryDays } from '../event-times';
import type { CohortQuestion, FigureQuestion, SurvivalQuestion } from '../question';
import type { CohortRows } from './cohort-rows';
import { type Counts, countsOf } from './counts';
import { differencePartial } from './difference-partial';
import { delayedEntryPartial, eventTimePartial } from './event-time-partial';
import { frequencyPartial } from './frequency-partial';
import { milestonePartial } from './milestone-partial';
import { modelDesignPartial } from './model-design-partial';
import { likelihoodPartial, proportionalityPartial } from './model-partials';
import { rowGroups } from './row-groups';
import { summaryPartial } from './summary-partial';

/**
 * One country's partials for a question, a set of counts a figure, in the question's order.
 *
 * @param scope whose figures it is about: the pooled ones leave out who objected to that
 * @param cache what earlier questions about the same columns worked out; without one, nothing is kept for the next
 */
export function answerQuestion(
  columns: CaseColumns,
  country: string,
  question: CohortQuestion,
  scope: FigureScope,
  cache: AnalysisCache = new AnalysisCache(),
): readonly Counts[] {
  const { filter, countries } = question;
  const rows = selectRows(columns, country, filter, scope, (key, select) => cache.rows(columns, key, select));
  const cohort = { columns, filter, scope, rows, country, countries, cache };
  return question.figures.map((figure) => figurePartial(cohort, figure));
}

function figurePartial(cohort: CohortRows, figure: FigureQuestion): Counts {
  switch (figure.kind) {
    case 'size':
      return countsOf([[0, cohort.rows.length]]);
    case 'derivations':
      return derivationPartial(cohort);
    case 'frequencies':
      return frequencyPartial(cohort, figure.of, figure.by);
    case 'summary':
      return summaryPartial(cohort, figure.of, figure.by);
    case 'survival':
      return survivalPartial(cohort, figure);
    case 'incidence': {
      const times = cohort.cache.times(cohort.columns, `INCIDENCE_OF_${figure.event}`, figure.from);
      return eventTimePartial(times, cohort.rows, rowGroups(cohort, figure.by));
    }
    case 'declaredTimes':
      return eventTimePartial(cohort.cache.declaredTimes(cohort.columns, figure.endpoint), cohort.rows, rowGroups(cohort, figure.by));
    case 'milestones':
      return milestonePartial(cohort, figure);
    case 'modelDesign':
      return modelDesignPartial(cohort, figure);
    case 'likelihood':
      return likelihoodPartial(cohort, figure);
    case 'proportionality':
      return proportionalityPartial(cohort, figure);
    case 'differences':
      return differencePartial(cohort, figure);
  }
}

function survivalPartial(cohort: CohortRows, { endpoint, from, by, delayedEntry }: SurvivalQuestion): Counts {
  const { columns, rows, cache } = cohort;
  const times = cache.times(columns, endpoint, from);
  const groups = rowGroups(cohort, by);
  return delayedEntry ? delayedEntryPartial(times, entryDays(columns, from), rows, groups) : eventTimePartial(times, rows, groups);
}

function derivationPartial({ columns, rows }: CohortRows): Counts {
  const patients = new Map<number, number>();
  for (const row of rows) {
    const version = columns.derivationVersions[row] ?? 0;
    patients.set(version, (patients.get(version) ?? 0) + 1);
  }
  return countsOf(patients);
}
