import type { AnalysisCache } from '../analysis-cache';
import type { CohortFilter } from '../cohort-filter';
import type { CaseColumns, FigureScope } from '../columns/case-columns';

/** One country's patients of a cohort, with what a question needs to read them. */
export interface CohortRows {
  readonly columns: CaseColumns;
  /** What the rows were selected by. */
  readonly filter: CohortFilter;
  readonly scope: FigureScope;
  readonly rows: Uint32Array;
  readonly country: string;
  /** The countries that make up the answer, in code order. */
  readonly countries: readonly string[];
  readonly cache: AnalysisCache;
}
