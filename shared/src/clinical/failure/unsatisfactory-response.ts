import type { Assessment, CaseFacts } from '../../domain';
import {
  hasCompleteHematologicResponse,
  hasHematologicResponse,
  monthsHavePassed,
  phPositivePct,
  type ResponseFindings,
  wbcBefore,
} from '../criteria';
import { type ImatinibInsensitivity, imatinibInsensitivity } from '../mutations';
import { recordReference } from '../record-reference';
import type { UnsatisfactoryRow } from './failure-criteria';
import type { FailureWindow } from './failure-window';
import type { MetCriterion } from './met-criterion';

interface AssessedFindings {
  readonly assessment: Assessment;
  readonly findings: ResponseFindings;
}

const fieldsOf = {
  A1: 'completeHematologicResponse',
  A2: 'metaphasesPhPositive',
  A3: 'metaphasesPhPositive',
  A4: 'metaphasesPhPositive',
  A5: 'bcrAbl1IsPct',
} as const;

function assessedFindings(facts: CaseFacts, { imatinibStartedOn, assessments }: FailureWindow): readonly AssessedFindings[] {
  const wbcAtStart = wbcBefore(facts, imatinibStartedOn);
  return assessments.map((assessment) => ({
    assessment,
    findings: {
      hematologicResponse: hasHematologicResponse(assessment, wbcAtStart),
      completeHematologicResponse: hasCompleteHematologicResponse(assessment),
      phPositivePct: phPositivePct(assessment),
      isPct: assessment.bcrAbl1IsPct,
    },
  }));
}

/** The row's criterion as met by the last assessment that shows the response missing, unless it was ever reached. */
function metBy(
  row: UnsatisfactoryRow,
  assessed: readonly AssessedFindings[],
  { imatinibStartedOn }: FailureWindow,
): readonly MetCriterion[] {
  const { code, fromMonth, isMissing, response } = row;
  if (assessed.some(({ findings }) => response.holds(findings) === true)) return [];
  const shown = assessed.findLast(
    ({ assessment, findings }) =>
      monthsHavePassed(imatinibStartedOn, fromMonth, assessment.assessedOn) && isMissing.holds(findings) === true,
  );
  if (!shown) return [];
  const message = `Documented: ${isMissing.statement} on ${shown.assessment.assessedOn}, ${fromMonth} months or more after the start of imatinib.`;
  return [{ code, message, evidence: [recordReference('assessment', shown.assessment, fieldsOf[code])] }];
}

/** The unsatisfactory responses of a case, A1 to A5, by a protocol's rows. */
export function unsatisfactoryResponses(
  facts: CaseFacts,
  window: FailureWindow,
  rows: readonly UnsatisfactoryRow[],
): readonly MetCriterion[] {
  const assessed = assessedFindings(facts, window);
  return rows.flatMap((row) => metBy(row, assessed, window));
}

/** Mutations that are a failure by themselves, A6. New chromosomal aberrations are not documented on treatment. */
export function resistanceMutations({ mutations }: FailureWindow, levels: readonly ImatinibInsensitivity[]): readonly MetCriterion[] {
  return mutations.flatMap((mutation) => {
    const level = imatinibInsensitivity(mutation.variant);
    if (level === undefined || !levels.includes(level)) return [];
    const message = `Mutation ${mutation.variant}, of ${level.toLowerCase()} insensitivity to imatinib, on ${mutation.sampledOn}.`;
    return [{ code: 'A6' as const, message, evidence: [recordReference('mutation', mutation, 'variant')] }];
  });
}
