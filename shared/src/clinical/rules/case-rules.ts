import type { CaseFacts, Finding } from '../../domain';
import { paediatricDiagnosisRule } from './age-at-diagnosis';
import type { CaseRule, RuleContext } from './case-rule';
import { dateOrderRule } from './date-order';
import { deathCauseRule, diedOnPresenceRule, eventAfterDeathRule } from './death';
import { discordantResponseRule, hematologicResponseRule } from './discordant-response';
import { diseaseCataloguedRule } from './disease-catalogued';
import { doseHasTreatmentRule, doseWithinTreatmentRule, possibleImatinibDoseRule, usualImatinibDoseRule } from './dose-rules';
import { drugAuthorisedRule, drugExistedRule } from './drug-availability';
import { adequateDoseRule, earlyFailureRule, enoughExposureRule } from './exposure';
import { failureAfterImatinibStartRule, notificationAfterFailureRule } from './failure-dates';
import { eventBeforeDiagnosisRule, followUpRule, lastContactRule } from './follow-up';
import { futureDateRule } from './future-date';
import { ineligibleCaseRule } from './ineligible-case';
import { karyotypeFitsRule } from './karyotype-fits';
import { enoughMetaphasesRule, phPositiveWithinExaminedRule } from './metaphases';
import { deepResponseCopiesRule, measurableTranscriptRule } from './molecular-response';
import { differentialSumRule, phaseFitsCountsRule } from './phase-evidence';
import { absenceHoldsRule, lossHasResponseRule, progressionHasEvidenceRule, toxicityHasEvidenceRule } from './reported-evidence';
import { reportedDiffersFromDerivedRule } from './reported-subcategory';
import { softRangeRule } from './soft-range';
import { imatinibAgainRule, linesInOrderRule, promptFirstLineRule, t315iRule } from './treatment-sequence';

/** Every rule over one case: first those that refuse, then the questions. */
export const caseRules: readonly CaseRule[] = [
  dateOrderRule,
  failureAfterImatinibStartRule,
  notificationAfterFailureRule,
  diedOnPresenceRule,
  eventAfterDeathRule,
  futureDateRule,
  phPositiveWithinExaminedRule,
  doseHasTreatmentRule,
  possibleImatinibDoseRule,

  ineligibleCaseRule,
  reportedDiffersFromDerivedRule,
  paediatricDiagnosisRule,
  diseaseCataloguedRule,
  softRangeRule,
  enoughMetaphasesRule,
  deepResponseCopiesRule,
  measurableTranscriptRule,
  hematologicResponseRule,
  discordantResponseRule,
  phaseFitsCountsRule,
  differentialSumRule,
  karyotypeFitsRule,
  drugExistedRule,
  drugAuthorisedRule,
  linesInOrderRule,
  promptFirstLineRule,
  usualImatinibDoseRule,
  doseWithinTreatmentRule,
  lossHasResponseRule,
  absenceHoldsRule,
  progressionHasEvidenceRule,
  toxicityHasEvidenceRule,
  enoughExposureRule,
  earlyFailureRule,
  adequateDoseRule,
  imatinibAgainRule,
  t315iRule,
  followUpRule,
  lastContactRule,
  eventBeforeDiagnosisRule,
  deathCauseRule,
];

/** What the rules found in one case. */
export interface CaseFindings {
  /** Any of these refuses the facts. */
  readonly refusing: readonly Finding[];
  /** Questions about facts that may be stored. */
  readonly queries: readonly Finding[];
}

/** Everything that the rules find in a case, in the order of the rules; all of it, not the first. */
export function checkCase(facts: CaseFacts, context: RuleContext): CaseFindings {
  const findingsOf = (rules: readonly CaseRule[]): readonly Finding[] => rules.flatMap((rule) => rule.check(facts, context));
  return {
    refusing: findingsOf(caseRules.filter(({ refuses }) => refuses)),
    queries: findingsOf(caseRules.filter(({ refuses }) => !refuses)),
  };
}
