import type { ElnEdition } from '../domain';
import type { Participant } from '../masking';
import type { CohortFilter } from './cohort-filter';
import type { CohortIdentity } from './cohort-identity';
import type { DeclaredEndpoint } from './declared';
import type { IncidenceEvent, SurvivalEndpoint, TimeOrigin } from './event-times';
import type { CohortMeasure } from './measures';
import type { Covariate, CoxModel, Model } from './models';
import type { CohortVariable, Variable } from './variables';
import type { Plan } from './vectors/plan';

/**
 * The layout of partials: which cells a vector has, in which order. A change of any catalogue or layout function below is
 * another version; a country that speaks another one is left out as INCOMPATIBLE rather than added up wrongly.
 */
export const LAYOUT_VERSION = 6;

/** One figure asked of a cohort. */
export type FigureQuestion =
  | { readonly kind: 'size' }
  /** Patients by the version of the clinical rules that derived them: the cell is the version. */
  | { readonly kind: 'derivations' }
  | { readonly kind: 'frequencies'; readonly of: CohortVariable; readonly by?: CohortVariable }
  | { readonly kind: 'summary'; readonly of: CohortMeasure; readonly by?: CohortVariable }
  | SurvivalQuestion
  | IncidenceQuestion
  | DeclaredTimesQuestion
  | MilestonesQuestion
  | ModelDesignQuestion
  | LikelihoodQuestion
  | ProportionalityQuestion
  | DifferencesQuestion;

/** Events and censorings by day since the origin, in each group. */
export interface SurvivalQuestion {
  readonly kind: 'survival';
  readonly endpoint: SurvivalEndpoint;
  readonly from: TimeOrigin;
  readonly by?: Variable;
  /** Only from FAILURE: patients come under observation when notified, and the days on which they do are counted as well. */
  readonly delayedEntry?: boolean;
}

/** Events, competing events and censorings by day since the origin, in each group. */
export interface IncidenceQuestion {
  readonly kind: 'incidence';
  readonly event: IncidenceEvent;
  readonly from: TimeOrigin;
  readonly by?: Variable;
}

/** Events and censorings by day since an origin that a country's extension declares, in each group. */
export interface DeclaredTimesQuestion {
  readonly kind: 'declaredTimes';
  readonly endpoint: DeclaredEndpoint;
  readonly by?: CohortVariable;
}

/** Patients by class of response at each milestone of an edition. */
export interface MilestonesQuestion {
  readonly kind: 'milestones';
  readonly edition: ElnEdition;
}

/** Who would be in a model: patients and events for each value of its variables. */
export interface ModelDesignQuestion {
  readonly kind: 'modelDesign';
  readonly model: Model<Covariate>;
}

/** Log-likelihood of a model at some coefficients, with its derivatives. */
export interface LikelihoodQuestion {
  readonly kind: 'likelihood';
  readonly model: Model;
  /** Coefficients of the covariates on their scales, in the order of the model's parameters. */
  readonly at: readonly number[];
  /** Of the fixed-point numbers of the answer. */
  readonly fractionBits: number;
}

/** Derivatives of a Cox model's likelihood by coefficients that change with time. */
export interface ProportionalityQuestion {
  readonly kind: 'proportionality';
  readonly model: CoxModel;
  readonly at: readonly number[];
  readonly fractionBits: number;
}

/** How many patients a cohort has, and how many it does not share with each of some others. */
export interface DifferencesQuestion {
  readonly kind: 'differences';
  readonly others: readonly CohortIdentity[];
}

/** All figures that one operation asks of one cohort: what travels to a country, and the only thing that does. */
export interface CohortQuestion {
  readonly layoutVersion: number;
  readonly filter: CohortFilter;
  /** The countries that the cohort can have patients of, in code order: the values of the variable COUNTRY. */
  readonly countries: readonly string[];
  readonly figures: readonly FigureQuestion[];
  /** Of a freeze: without its patients who withdrew since, even where the same was asked before they did. */
  readonly anew?: boolean;
  /** Without it, sums are asked for in clear. */
  readonly round?: MaskedRound;
}

/** One of the times that a question is asked, for sums that only the pool of all its participants tells. */
export interface MaskedRound {
  /** Of this round alone. */
  readonly questionId: string;
  /**
   * Every country of the sum, in code order. One that the filter does not name has nobody in the cohort, and is asked for the
   * patients that it had in others.
   */
  readonly participants: readonly Participant[];
  /** How each figure is laid out, in the order of the figures. */
  readonly plans: readonly Plan[];
}
