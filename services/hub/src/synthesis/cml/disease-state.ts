import type { Phase } from '@registry-hub/shared/domain';
import type { RandomSource } from '../random-source';
import type { FailureCourse, Response } from './failure-course';

/** What an examination would show. */
export interface DiseaseState {
  readonly phase: Phase;
  readonly completeHematologicResponse: boolean;
  /** Share of Ph+ metaphases, 0 to 100 %. */
  readonly phPositivePct: number;
  /** BCR::ABL1 in % on the International Scale. */
  readonly bcrAbl1IsPct: number;
}

/** Before any answer to imatinib. */
export const untreatedState: DiseaseState = state('CHRONIC', false, 100);

/**
 * The state a number of months into imatinib, while nothing is lost yet. Ph+ only ever falls, and keeps clear of every
 * limit of Baccarani, Blood 2006;108:1809, at and around its milestones (95 % at 6 months, 35 % at 12, 0 % at 18), so that
 * the evidence shows this response and no other.
 *
 * @param months since the imatinib start, fractions allowed
 * @param depth the patient's own level, 0 (best) to 1, the same at every examination
 */
export function stateOnImatinib(response: Response, months: number, depth: number): DiseaseState {
  if (response === 'NO_COMPLETE_HEMATOLOGIC') return untreatedState;
  return state('CHRONIC', months >= 1.5, phPositiveOnImatinib(response, months, depth), months, depth);
}

function phPositiveOnImatinib(response: 'ADEQUATE' | 'NO_CYTOGENETIC' | 'NO_MAJOR_CYTOGENETIC', months: number, depth: number): number {
  switch (response) {
    case 'NO_CYTOGENETIC':
      return 100;
    case 'NO_MAJOR_CYTOGENETIC':
      if (months < 4.5) return 70 + 25 * depth;
      return months < 11 ? 50 + 40 * depth : 40 + 40 * depth;
    case 'ADEQUATE':
      if (months < 4.5) return 40 + 50 * depth;
      if (months < 9) return 5 + 25 * depth;
      return months < 13 && depth > 0.7 ? 10 * depth : 0;
  }
}

/**
 * The state on the day of the failure: what was gained is lost in the failures by loss, and unchanged in the others.
 *
 * @param months completed calendar months since the imatinib start
 */
export function stateAtFailure(course: FailureCourse, months: number, depth: number, random: RandomSource): DiseaseState {
  switch (course.failure) {
    case 'HEMATOLOGIC_RELAPSE':
      return state('CHRONIC', false, random.integer(60, 100));
    case 'CYTOGENETIC_RELAPSE_OR_PROGRESSION':
      // before the visit at 18 months some have a partial response at best: to lose it takes a rise of 30 points or more
      return state('CHRONIC', true, months > 18 ? random.integer(15, 100) : random.integer(75, 100));
    case 'PROGRESSION_TO_ADVANCED_PHASE':
      return state(course.phaseAtFailure, false, random.integer(80, 100));
    case 'NO_COMPLETE_HEMATOLOGIC_RESPONSE':
    case 'NO_CYTOGENETIC_RESPONSE':
    case 'NO_MAJOR_CYTOGENETIC_RESPONSE':
    case 'TOXICITY':
    case 'TOXICITY_WITH_UNSATISFACTORY_RESPONSE':
      return stateOnImatinib(course.response, months, depth);
  }
}

/** A state with the transcript level that goes with its Ph+ share. */
export function state(phase: Phase, completeHematologicResponse: boolean, phPositivePct: number, months = 0, depth = 1): DiseaseState {
  return { phase, completeHematologicResponse, phPositivePct, bcrAbl1IsPct: transcriptLevel(phPositivePct, months, depth) };
}

/**
 * Complete cytogenetic response goes with about 1 % and less, partial with up to 10 % (Baccarani, Blood 2013;122:872).
 * Within a complete response it falls year by year.
 */
function transcriptLevel(phPositivePct: number, months: number, depth: number): number {
  if (phPositivePct > 35) return 11 + (phPositivePct - 35) * 0.9;
  if (phPositivePct > 0) return 1.2 + phPositivePct * 0.24;
  if (months < 20) return 0.2 + 0.75 * depth;
  return months < 30 ? 0.02 + 0.3 * depth : 0.008 + 0.15 * depth;
}
