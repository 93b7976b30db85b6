import type { CohortIdentity } from '../../statistics';
import type { DifferencingDecision } from './judge-difference';

/** A cohort of which figures were released. */
export interface AnsweredCohort extends CohortIdentity {
  /** Patients when it was answered last. */
  readonly size: number;
  /** Countries in it whose settings refused cohorts that differ by few: what to go by while they don't answer. */
  readonly refusing: readonly string[];
  /**
   * Of patients of a freeze, when it differed by few from one before it: the threshold it was under. What is frozen is not judged
   * anew when the registry changes around it.
   */
  readonly flaggedThreshold?: number;
}

/** The same as it is remembered. */
export interface RememberedCohort extends AnsweredCohort {
  /** See `cohortKey`. */
  readonly key: string;
  /** Grows with each cohort that is remembered: an earlier one has the right to be answered, the later one is compared with it. */
  readonly number: number;
  readonly answeredAt: Date;
}

/** What became of a cohort that differs by few patients from an earlier one. */
export interface Closeness {
  readonly decision: DifferencingDecision;
  /** k: the cohorts differ by 1 to k − 1 patients. */
  readonly threshold: number;
}

/** Two cohorts of one caller that differ by few patients. */
export interface CloseCohorts extends Closeness {
  readonly asked: CohortIdentity;
  readonly earlier: RememberedCohort;
}

/** The cohorts answered to one caller. */
export interface CohortMemory {
  /** All that are remembered, by ascending number. */
  recall(): Promise<readonly RememberedCohort[]>;
  /** A cohort of a freeze as it was first answered, however long ago: such ones are not forgotten. */
  firstAnswered(cohort: CohortIdentity): Promise<AnsweredCohort | undefined>;
  /**
   * Notes a cohort as answered, unless others were answered meanwhile: then it notes nothing. To be called before figures
   * leave.
   *
   * @param known all that are known to be remembered @returns those that came since, with which the cohort has to be compared
   */
  note(cohort: AnsweredCohort, known: readonly RememberedCohort[]): Promise<readonly RememberedCohort[]>;
  /** Writes down that the caller asked for cohorts which differ by few, once a day for the same two. */
  log(close: readonly CloseCohorts[]): Promise<void>;
}
