import type { CaseRule, ExtensionFinding } from '../../../extension';
import type { Attempt } from '../records/attempt';
import { attemptFormat } from '../records/formats';
import { attemptCourses } from './attempt-course';
import { inhibitorLines } from './inhibitor-lines';
import { stoppingCriteriaOf } from './stopping-criteria';

/** What must, or should, hold of attempts together with the case. */
export const caseRules: readonly CaseRule[] = [
  {
    id: 'OBSERVATORY_NOTHING_TO_STOP',
    severity: 'HARD',
    reason: 'An attempt stops a tyrosine kinase inhibitor that the patient had.',
    check: (one) => {
      const first = inhibitorLines(one.facts)[0]?.startedOn;
      return one
        .recordsOf(attemptFormat)
        .filter(({ stoppedOn }) => first === undefined || stoppedOn <= first)
        .map((attempt) => at(attempt, 'stoppedOn', 'stopped_on must be after the start of a line with a tyrosine kinase inhibitor.'));
    },
  },
  {
    id: 'OBSERVATORY_ATTEMPTS_OVERLAP',
    severity: 'HARD',
    reason: 'A treatment can be stopped again only after it was taken up again.',
    check: (one) =>
      one.recordsOf(attemptFormat).flatMap((attempt, index, attempts) => {
        const before = attempts[index - 1];
        if (!before || (before.restartedOn !== undefined && before.restartedOn <= attempt.stoppedOn)) return [];
        return [at(attempt, 'stoppedOn', `stopped_on must be after the restart that ended attempt ${before.attempt}.`)];
      }),
  },
  {
    id: 'OBSERVATORY_AFTER_DEATH',
    severity: 'HARD',
    reason: 'Nothing is stopped or taken up again after death.',
    check: (one) => {
      const { diedOn } = one.facts.patient;
      if (diedOn === undefined) return [];
      return one.recordsOf(attemptFormat).flatMap((attempt) => {
        const late = (['stoppedOn', 'restartedOn'] as const).filter((field) => (attempt[field] ?? '') > diedOn);
        return late.map((field) => at(attempt, field, `The date must not be after the patient's death on ${diedOn}.`));
      });
    },
  },
  {
    id: 'OBSERVATORY_CRITERIA_NOT_SUPPORTED',
    severity: 'SOFT',
    reason: 'Criteria that are claimed by the name of a guideline can be held against the records.',
    check: (one) =>
      one.recordsOf(attemptFormat).flatMap((attempt) => {
        const { criteria, stoppedOn } = attempt;
        if (criteria !== 'ELN2020_OPTIMAL' && criteria !== 'ELN2020_MINIMAL') return [];
        const met = stoppingCriteriaOf(one.facts, stoppedOn);
        const isSupported = met === criteria || (met === 'ELN2020_OPTIMAL' && criteria === 'ELN2020_MINIMAL');
        if (isSupported) return [];
        const instead = met === undefined ? 'no BCR::ABL1 result before the stop is documented' : `they support ${met}`;
        return [at(attempt, 'criteria', `Attempt ${attempt.attempt}: the records do not show ${criteria}: ${instead}.`)];
      }),
  },
  {
    id: 'OBSERVATORY_RELAPSE_NOT_DOCUMENTED',
    severity: 'SOFT',
    reason: 'A molecular relapse is a BCR::ABL1 result, which belongs into the assessments.',
    check: (one) =>
      attemptCourses(one.facts, one.recordsOf(attemptFormat)).flatMap(({ attempt, relapsedOn }) =>
        attempt.restartReason === 'MOLECULAR_RELAPSE' && relapsedOn === undefined
          ? [
              at(
                attempt,
                'restartReason',
                `Attempt ${attempt.attempt}: no assessment shows BCR::ABL1 above 0.1 % IS between stop and restart.`,
              ),
            ]
          : [],
      ),
  },
];

function at({ patientCode, attempt }: Attempt, field: keyof Attempt, message: string): ExtensionFinding {
  return { kind: attemptFormat.kind, key: [patientCode, String(attempt)], field, message };
}
