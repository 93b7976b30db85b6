import type { CalendarDate } from '@registry-hub/shared/domain';
import { type RecordRule, recordRule } from '../../../extension';
import { attemptFormat, campaignFormat } from './formats';

interface Found {
  readonly field: string;
  readonly message: string;
}

/** What must hold of one record by itself. */
export const recordRules: readonly RecordRule[] = [
  recordRule(attemptFormat, {
    id: 'OBSERVATORY_RESTART_BEFORE_STOP',
    reason: 'A treatment can be taken up again only after it was stopped.',
    check: ({ stoppedOn, restartedOn }) =>
      found(restartedOn !== undefined && restartedOn <= stoppedOn, 'restartedOn', 'restarted_on must be after stopped_on.'),
  }),
  recordRule(attemptFormat, {
    id: 'OBSERVATORY_RESTART_WITHOUT_DATE',
    reason: 'Why and with what a treatment was taken up again has a meaning only when it was.',
    check: ({ restartedOn, restartReason, restartDrug }) =>
      found(
        restartedOn === undefined && (restartReason ?? restartDrug) !== undefined,
        'restartedOn',
        'restarted_on is needed with a reason or a drug of the restart.',
      ),
  }),
  recordRule(attemptFormat, {
    id: 'OBSERVATORY_FUTURE_DATE',
    reason: 'Nothing is documented before it happened.',
    check: ({ stoppedOn, restartedOn }, today) => [...future('stoppedOn', stoppedOn, today), ...future('restartedOn', restartedOn, today)],
  }),
  recordRule(campaignFormat, {
    id: 'OBSERVATORY_FUTURE_DATE',
    reason: 'Nothing is documented before it happened.',
    check: ({ startedOn, endedOn }, today) => [...future('startedOn', startedOn, today), ...future('endedOn', endedOn, today)],
  }),
  recordRule(campaignFormat, {
    id: 'OBSERVATORY_CAMPAIGN_ENDS_BEFORE_START',
    reason: 'A campaign ends after it begins.',
    check: ({ startedOn, endedOn }) =>
      found(endedOn !== undefined && endedOn < startedOn, 'endedOn', 'ended_on must not be before started_on.'),
  }),
  recordRule(campaignFormat, {
    id: 'OBSERVATORY_MORE_SAMPLES_THAN_SENT',
    reason: 'Validated samples and deviations are of those that were sent.',
    check: ({ samplesSent, samplesValidated, deviations }) => [
      ...found(isMore(samplesValidated, samplesSent), 'samplesValidated', 'samples_validated must not be more than samples_sent.'),
      ...found(isMore(deviations, samplesSent), 'deviations', 'deviations must not be more than samples_sent.'),
    ],
  }),
];

function found(isWrong: boolean, field: string, message: string): readonly Found[] {
  return isWrong ? [{ field, message }] : [];
}

function future(field: string, date: CalendarDate | undefined, today: CalendarDate): readonly Found[] {
  return found(date !== undefined && date > today, field, `The date must not be in the future; today is ${today}.`);
}

/** Whether one number is known to be more than another. */
function isMore(part: number | undefined, whole: number | undefined): boolean {
  return part !== undefined && whole !== undefined && part > whole;
}
