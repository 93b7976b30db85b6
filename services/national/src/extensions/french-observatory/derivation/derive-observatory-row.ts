import type { DeclaredRow } from '@registry-hub/shared/statistics';
import type { ExtensionCase } from '../../../extension';
import { attemptFormat } from '../records/formats';
import { attemptCourses } from './attempt-course';
import { earlyResponse } from './early-response';
import { stoppingCriteriaOf } from './stopping-criteria';

/** Of the rules in this folder: to be raised with every change of them, so that stored rows are derived anew. */
export const OBSERVATORY_DERIVATION_VERSION = 1;

/** The early response, and the first attempt with its course: what the observatory's statistics read of a case. */
export function deriveObservatoryRow(one: ExtensionCase): DeclaredRow {
  const early = earlyResponse(one.facts);
  const [course] = attemptCourses(one.facts, one.recordsOf(attemptFormat));
  const criteria = course && stoppingCriteriaOf(one.facts, course.attempt.stoppedOn);
  return known({
    'observatory.bcrAbl1AtMonth3': early?.bcrAbl1AtMonth3,
    'observatory.earlyMolecularResponse': early && String(early.earlyMolecularResponse),
    'observatory.halvingTime': early?.halvingTime,
    'observatory.halvesWithin76Days': early?.halvesWithin76Days === undefined ? undefined : String(early.halvesWithin76Days),
    'observatory.attemptCriteria': course?.attempt.criteria,
    'observatory.criteriaMet': criteria,
    'observatory.attemptOutcome': course?.outcome,
    'observatory.restartReason': course?.attempt.restartReason,
    'observatory.stoppedOn': course?.attempt.stoppedOn,
    'observatory.relapsedOn': course?.relapsedOn,
    'observatory.restartedOn': course?.attempt.restartedOn,
    'observatory.followedUntil': course?.followedUntil,
  });
}

function known(row: Readonly<Record<string, string | number | undefined>>): DeclaredRow {
  const declared: Record<string, string | number> = {};
  for (const [field, value] of Object.entries(row)) if (value !== undefined) declared[field] = value;
  return declared;
}
