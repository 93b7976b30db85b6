import type { ElnEdition } from '../../domain';
import type { IncidenceEvent, SurvivalEndpoint, TimeOrigin } from '../event-times/endpoints';
import type { Measure } from '../measures';
import type { Variable } from '../variables';

/** Either a measure, or a variable against a reference value, as a model's argument has it. */
export type ReportCovariate = { readonly measure: Measure } | { readonly variable: Variable; readonly reference: string };

/** A figure that a report shows: a field of the cohort, and its arguments. */
export type ReportFigure =
  | { readonly field: 'frequencies'; readonly variable: Variable; readonly by?: Variable }
  | { readonly field: 'summary'; readonly measure: Measure; readonly by?: Variable }
  | {
      readonly field: 'survival';
      readonly endpoint: SurvivalEndpoint;
      readonly from: TimeOrigin;
      readonly by?: Variable;
      readonly delayedEntry?: true;
    }
  | { readonly field: 'cumulativeIncidence'; readonly event: IncidenceEvent; readonly from: TimeOrigin; readonly by?: Variable }
  | { readonly field: 'milestones'; readonly edition: ElnEdition }
  | {
      readonly field: 'coxRegression';
      readonly endpoint: SurvivalEndpoint;
      readonly from: TimeOrigin;
      readonly covariates: readonly ReportCovariate[];
      readonly delayedEntry?: true;
    };

/** Figures that belong under one heading. */
export interface ReportSection {
  readonly title: string;
  readonly figures: readonly ReportFigure[];
}
