import type { CaseFacts, RuleOutcome, TreatmentLine } from '../../domain';
import { documentsPhOrBcrAbl1, isChronicMyeloidLeukemia } from './chronic-myeloid-leukemia';
import { completedAge } from './completed-age';
import { documentedPhase } from './documented-phase';
import { firstImatinibLine } from './imatinib-line';

/** Completed years at the start of imatinib, at least; the age at diagnosis does not matter. */
export const ADULT_AGE = 18;

function diseaseReasons({ diagnosis }: CaseFacts): readonly RuleOutcome[] {
  if (!diagnosis) return [{ rule: 'DIAGNOSIS_NOT_DOCUMENTED', message: 'No diagnosis is documented; it must be CML.' }];
  if (!isChronicMyeloidLeukemia(diagnosis.disease)) {
    return [{ rule: 'NOT_CML', message: `The disease is ${diagnosis.disease}; it must be CML, 9875/3.` }];
  }
  if (documentsPhOrBcrAbl1(diagnosis)) return [];
  const message = 'Neither ph_positive true nor a transcript is documented; the disease must be Ph+ or BCR::ABL1+.';
  return [{ rule: 'NOT_PH_OR_BCR_ABL1_POSITIVE', message }];
}

function ageReasons({ patient }: CaseFacts, { startedOn }: TreatmentLine): readonly RuleOutcome[] {
  const age = completedAge(patient.birthMonth, startedOn);
  if (age >= ADULT_AGE) return [];
  return [{ rule: 'UNDER_18_AT_IMATINIB_START', message: `The age at the first imatinib is ${age}; it must be ${ADULT_AGE} or more.` }];
}

function phaseReasons(facts: CaseFacts, { startedOn }: TreatmentLine): readonly RuleOutcome[] {
  const phase = documentedPhase(facts, startedOn);
  if (phase === 'CHRONIC') return [];
  if (phase === undefined) {
    const message = `No phase is documented by the first imatinib on ${startedOn}; it must be CHRONIC.`;
    return [{ rule: 'PHASE_AT_IMATINIB_START_NOT_DOCUMENTED', message }];
  }
  const message = `The phase at the first imatinib on ${startedOn} is ${phase}; it must be CHRONIC.`;
  return [{ rule: 'NOT_IN_CHRONIC_PHASE_AT_IMATINIB_START', message }];
}

function imatinibReasons(facts: CaseFacts): readonly RuleOutcome[] {
  const imatinib = firstImatinibLine(facts.treatments);
  if (!imatinib) return [{ rule: 'IMATINIB_NOT_DOCUMENTED', message: 'No imatinib line is documented; one must have been started.' }];
  return [...ageReasons(facts, imatinib), ...phaseReasons(facts, imatinib)];
}

/**
 * Why a case is not eligible for the imatinib failure registry; empty when it is. Eligible are patients with a notified
 * failure, with Ph+ or BCR::ABL1+ CML, of 18 completed years or more and in chronic phase when the first imatinib started
 * (Blood 2006;108(11), abstract 4764), whatever the age at diagnosis.
 *
 * The phase at imatinib start is read as the last phase documented on or before that day, at diagnosis or by an
 * assessment: most centres document none on the day itself. What is not documented does not make a case eligible.
 */
export function ineligibilityReasons(facts: CaseFacts): readonly RuleOutcome[] {
  const failureReasons = facts.failure ? [] : [{ rule: 'FAILURE_NOT_NOTIFIED', message: 'No failure of imatinib has been notified.' }];
  return [...failureReasons, ...diseaseReasons(facts), ...imatinibReasons(facts)];
}
