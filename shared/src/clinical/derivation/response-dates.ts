import type { Assessment, CalendarDate } from '../../domain';
import { phPositivePct } from '../criteria/cytogenetic-response';
import { majorMolecularResponseIsPct } from '../criteria/molecular-response';

/** The dates of what happened first from an origin on. An absent date: not documented. */
export interface ResponseDates {
  readonly progressedOn?: CalendarDate;
  readonly completeCytogeneticResponseOn?: CalendarDate;
  readonly majorMolecularResponseOn?: CalendarDate;
}

const isAdvancedPhase = ({ phase }: Assessment): boolean => phase === 'ACCELERATED' || phase === 'BLAST';

const isCompleteCytogeneticResponse = (assessment: Assessment): boolean => phPositivePct(assessment) === 0;

const isMajorMolecularResponse = ({ bcrAbl1IsPct }: Assessment): boolean =>
  bcrAbl1IsPct !== undefined && bcrAbl1IsPct <= majorMolecularResponseIsPct;

/**
 * First assessment in accelerated or blast phase, first complete cytogenetic response (0 % Ph+ of at least 20 metaphases)
 * and first major molecular response (BCR::ABL1 of at most 0.1 % IS) among assessments, in date order, dated after the
 * origin. What was documented on the origin's own day is the state in which the time begins: a patient who failed by
 * progression did not progress on day 0 of the time since failure. Without an origin nothing has a date.
 */
export function responseDates(assessments: readonly Assessment[], origin: CalendarDate | undefined): ResponseDates {
  if (origin === undefined) return {};
  const since = assessments.filter(({ assessedOn }) => assessedOn > origin);
  const progressed = since.find(isAdvancedPhase);
  const cytogenetic = since.find(isCompleteCytogeneticResponse);
  const molecular = since.find(isMajorMolecularResponse);
  return {
    ...(progressed && { progressedOn: progressed.assessedOn }),
    ...(cytogenetic && { completeCytogeneticResponseOn: cytogenetic.assessedOn }),
    ...(molecular && { majorMolecularResponseOn: molecular.assessedOn }),
  };
}
