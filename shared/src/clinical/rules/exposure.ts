import { addMonths, daysBetween, type FailureSubcategory } from '../../domain';
import { firstImatinibLine } from '../derivation/imatinib-line';
import { recordReference } from '../record-reference';
import { type CaseRule, defineCaseRule } from './case-rule';

/** Calendar months on imatinib after which each missing response is a failure (Baccarani et al., Blood 2006;108:1809). */
const requiredMonths: Readonly<Partial<Record<FailureSubcategory, number>>> = {
  NO_CYTOGENETIC_RESPONSE: 6,
  NO_MAJOR_CYTOGENETIC_RESPONSE: 12,
  NO_COMPLETE_CYTOGENETIC_RESPONSE: 18,
};

export const enoughExposureRule: CaseRule = defineCaseRule({
  id: 'INADEQUATE_EXPOSURE',
  ofLeukemia: true,
  severity: 'SOFT',
  fields: ['failure.reportedSubcategory', 'failure.failedOn', 'treatment.startedOn'],
  reason: 'No cytogenetic response fails at 6 months, no major one at 12, no complete one at 18 (Baccarani et al., Blood 2006;108:1809).',
  discrepancies: ({ failure, treatments }) => {
    const imatinib = firstImatinibLine(treatments);
    const months = failure && requiredMonths[failure.reportedSubcategory];
    if (!failure || !imatinib || months === undefined) return [];
    const earliest = addMonths(imatinib.startedOn, months);
    if (failure.failedOn >= earliest) return [];
    const message = `failed_on ${failure.failedOn} is less than ${months} months after imatinib started on ${imatinib.startedOn}; ${failure.reportedSubcategory} fails on ${earliest} or later.`;
    return [{ at: recordReference('failure', failure, 'failedOn'), message }];
  },
});

/** Days on imatinib before which only toxicity or progression is a likely failure (project convention). */
const EARLY_FAILURE_DAYS = 30;

const possibleEarly: readonly FailureSubcategory[] = ['TOXICITY', 'PROGRESSION_TO_ADVANCED_PHASE'];

export const earlyFailureRule: CaseRule = defineCaseRule({
  id: 'EARLY_FAILURE',
  ofLeukemia: true,
  severity: 'SOFT',
  fields: ['failure.reportedSubcategory', 'failure.failedOn', 'treatment.startedOn'],
  reason: 'Within a month of its start imatinib fails by toxicity or progression; other failures need time to show.',
  discrepancies: ({ failure, treatments }) => {
    const imatinib = firstImatinibLine(treatments);
    if (!failure || !imatinib || possibleEarly.includes(failure.reportedSubcategory)) return [];
    const days = daysBetween(imatinib.startedOn, failure.failedOn);
    if (days >= EARLY_FAILURE_DAYS) return [];
    const message = `failed_on ${failure.failedOn} is ${days} days after imatinib started on ${imatinib.startedOn}; ${failure.reportedSubcategory} takes ${EARLY_FAILURE_DAYS} days or more.`;
    return [{ at: recordReference('failure', failure, 'failedOn'), message }];
  },
});

/** mg of imatinib a day under which a missing response may be one to too little drug (project convention). */
const ADEQUATE_DOSE = 300;

export const adequateDoseRule: CaseRule = defineCaseRule({
  id: 'LOW_DOSE_AT_FAILURE',
  ofLeukemia: true,
  severity: 'SOFT',
  fields: ['failure.reportedSubcategory', 'failure.failedOn', 'dose.fromOn', 'dose.mgPerDay'],
  reason: 'A response that did not come on less than 300 mg a day may have wanted drug, not activity of the drug.',
  discrepancies: ({ failure }, { derived }) => {
    const { imatinibDoseAtFailure: dose, reportedCategory } = derived;
    if (!failure || dose === undefined || reportedCategory !== 'NO_OR_UNSATISFACTORY_RESPONSE' || dose >= ADEQUATE_DOSE) return [];
    const message = `The dose of imatinib at the failure is ${dose} mg a day with ${failure.reportedSubcategory}; ${ADEQUATE_DOSE} or more is adequate: confirm dose and adherence.`;
    return [{ at: recordReference('failure', failure, 'reportedSubcategory'), message }];
  },
});
