import type { CalendarDate, CaseFacts } from '../../domain';
import { recordReference } from '../record-reference';
import { type CaseRule, type Discrepancy, defineCaseRule } from './case-rule';

/** Only the month of birth is known: a diagnosis within that month can be true, one in an earlier month cannot. */
function diagnosisBeforeBirth({ patient, diagnosis }: CaseFacts): readonly Discrepancy[] {
  if (!diagnosis || diagnosis.diagnosedOn.slice(0, 7) >= patient.birthMonth) return [];
  const message = `diagnosed_on ${diagnosis.diagnosedOn} is before birth_month ${patient.birthMonth}; a diagnosis follows the birth.`;
  return [{ at: recordReference('diagnosis', diagnosis, 'diagnosedOn'), message }];
}

function treatmentBeforeDiagnosis({ diagnosis, treatments }: CaseFacts): readonly Discrepancy[] {
  if (!diagnosis) return [];
  return treatments
    .filter(({ startedOn }) => startedOn < diagnosis.diagnosedOn)
    .map((line) => ({
      at: recordReference('treatment', line, 'startedOn'),
      message: `started_on ${line.startedOn} is before diagnosed_on ${diagnosis.diagnosedOn}; a treatment starts on the day of diagnosis or later.`,
    }));
}

const isEarlier = (end: CalendarDate | undefined, start: CalendarDate): boolean => end !== undefined && end < start;

const stopBeforeStart = ({ treatments }: CaseFacts): readonly Discrepancy[] =>
  treatments
    .filter(({ startedOn, stoppedOn }) => isEarlier(stoppedOn, startedOn))
    .map((line) => ({
      at: recordReference('treatment', line, 'stoppedOn'),
      message: `stopped_on ${line.stoppedOn} is before started_on ${line.startedOn}; a treatment stops on the day it starts or later.`,
    }));

const resolvedBeforeOnset = ({ adverseEvents }: CaseFacts): readonly Discrepancy[] =>
  adverseEvents
    .filter(({ onsetOn, resolvedOn }) => isEarlier(resolvedOn, onsetOn))
    .map((event) => ({
      at: recordReference('adverseEvent', event, 'resolvedOn'),
      message: `resolved_on ${event.resolvedOn} is before onset_on ${event.onsetOn}; an adverse event resolves on its first day or later.`,
    }));

export const dateOrderRule: CaseRule = defineCaseRule({
  id: 'DATE_ORDER',
  severity: 'HARD',
  fields: [
    'patient.birthMonth',
    'diagnosis.diagnosedOn',
    'treatment.startedOn',
    'treatment.stoppedOn',
    'adverseEvent.onsetOn',
    'adverseEvent.resolvedOn',
  ],
  reason: 'Birth, diagnosis, treatment and its stop follow one another; so do the onset and the end of an adverse event.',
  discrepancies: (facts) => [
    ...diagnosisBeforeBirth(facts),
    ...treatmentBeforeDiagnosis(facts),
    ...stopBeforeStart(facts),
    ...resolvedBeforeOnset(facts),
  ],
});
