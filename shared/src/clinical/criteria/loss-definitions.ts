import { isMajorCytogeneticResponse, phPositivePct } from './cytogenetic-response';
import { hasCompleteHematologicResponse } from './hematologic-response';
import { monthsHavePassed } from './milestone-windows';
import { majorMolecularResponseIsPct } from './molecular-response';
import type { LossDefinition } from './response-loss';

/** Loss of complete haematological response (Baccarani et al., Blood 2006;108:1809). */
export const completeHematologicResponseLoss: LossDefinition<boolean> = {
  valueOf: hasCompleteHematologicResponse,
  isResponse: (value) => value,
  isLost: ({ value }) => !value,
};

/**
 * Loss of complete cytogenetic response: Ph+ metaphases after none (Baccarani et al., Blood 2006;108:1809; that a single one
 * suffices is a project convention).
 */
export const completeCytogeneticResponseLoss: LossDefinition<number> = {
  valueOf: phPositivePct,
  isResponse: (value) => value === 0,
  isLost: ({ value }) => value > 0,
};

/** Loss of major cytogenetic response: more than 35 % Ph+ after at most 35 % (O'Brien et al., N Engl J Med 2003;348:994). */
export const majorCytogeneticResponseLoss: LossDefinition<number> = {
  valueOf: phPositivePct,
  isResponse: isMajorCytogeneticResponse,
  isLost: ({ value }) => !isMajorCytogeneticResponse(value),
};

/** Least rise of Ph+ metaphases that is a progression, in percentage points, and the calendar months it takes at least. */
const PROGRESSION = { points: 30, months: 3 };

/**
 * Cytogenetic progression: Ph+ metaphases up by 30 percentage points or more over at least 3 months, a common criterion of
 * acquired resistance, counted from a major cytogenetic response (project convention): who never had one has no response
 * to lose, and failed for want of it.
 */
export const cytogeneticProgression: LossDefinition<number> = {
  valueOf: phPositivePct,
  isResponse: isMajorCytogeneticResponse,
  isLost: (now, response) =>
    now.value - response.value >= PROGRESSION.points &&
    monthsHavePassed(response.assessment.assessedOn, PROGRESSION.months, now.assessment.assessedOn),
};

/** BCR::ABL1, % IS, that one of the two tests of a confirmed loss must reach. */
const CONFIRMED_LOSS_IS_PCT = 1;

/**
 * Loss of major molecular response: above 0.1 % IS after at most 0.1 %. Confirmed in two consecutive tests, one of them at
 * least 1 % (Baccarani et al., Blood 2013;122:872).
 */
export const majorMolecularResponseLoss: LossDefinition<number> = {
  valueOf: ({ bcrAbl1IsPct }) => bcrAbl1IsPct,
  isResponse: (value) => value <= majorMolecularResponseIsPct,
  isLost: ({ value }) => value > majorMolecularResponseIsPct,
  areConclusive: (values) => values.some((value) => value >= CONFIRMED_LOSS_IS_PCT),
};
