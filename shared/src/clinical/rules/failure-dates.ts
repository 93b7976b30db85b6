import { firstImatinibLine } from '../derivation/imatinib-line';
import { recordReference } from '../record-reference';
import { type CaseRule, defineCaseRule } from './case-rule';

/** Without any imatinib line there is nothing to compare with: such a case is not eligible, which is a question of its own. */
export const failureAfterImatinibStartRule: CaseRule = defineCaseRule({
  id: 'FAILURE_NOT_AFTER_IMATINIB_START',
  severity: 'HARD',
  fields: ['failure.failedOn', 'treatment.drug', 'treatment.startedOn'],
  reason: 'A failure of imatinib follows the start of an imatinib line.',
  discrepancies: ({ failure, treatments }) => {
    const imatinib = firstImatinibLine(treatments);
    if (!failure || !imatinib || failure.failedOn > imatinib.startedOn) return [];
    const message = `failed_on ${failure.failedOn} is not after the start of imatinib on ${imatinib.startedOn}; a failure comes later than the start.`;
    return [{ at: recordReference('failure', failure, 'failedOn'), message }];
  },
});

export const notificationAfterFailureRule: CaseRule = defineCaseRule({
  id: 'NOTIFIED_BEFORE_FAILURE',
  severity: 'HARD',
  fields: ['failure.failedOn', 'failure.notifiedOn'],
  reason: 'A failure is notified on the day it is documented or later.',
  discrepancies: ({ failure }) => {
    if (!failure || failure.notifiedOn >= failure.failedOn) return [];
    const message = `notified_on ${failure.notifiedOn} is before failed_on ${failure.failedOn}; a failure is notified on that day or later.`;
    return [{ at: recordReference('failure', failure, 'notifiedOn'), message }];
  },
});
