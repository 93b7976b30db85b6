import {
  addMonths,
  type CalendarDate,
  columnName,
  type DerivedCase,
  dateOfDayNumber,
  dayNumber,
  type Finding,
  type Patient,
} from '../../domain';
import { recordReference } from '../record-reference';
import { type CaseRule, type Discrepancy, defineCaseRule } from './case-rule';
import { type ClinicalEvent, clinicalEvents } from './clinical-events';

/**
 * The date up to which a registry's data reach: its latest last contact or notification of any patient. Follow-up counts to
 * it and not to today, or every patient of a closed data set would seem lost. Absent for a registry without such a date.
 */
export function latestNews(cases: Iterable<Pick<DerivedCase, 'lastContactOn' | 'notifiedOn'>>): CalendarDate | undefined {
  let latest: CalendarDate | undefined;
  for (const { lastContactOn, notifiedOn } of cases) {
    for (const date of [lastContactOn, notifiedOn]) if (date && (!latest || date > latest)) latest = date;
  }
  return latest;
}

/** Months without a last contact after which a patient who counts as alive may be lost (project convention). */
const SILENT_MONTHS = 18;

export const followUpRule: CaseRule = defineCaseRule({
  id: 'NO_FOLLOW_UP',
  severity: 'SOFT',
  fields: ['patient.vitalStatus', 'patient.lastContactOn'],
  reason: 'Survival is censored at the last contact; long silence about a living patient hides deaths.',
  discrepancies: ({ patient }, { dataCutoff }) => (dataCutoff === undefined ? [] : silence(patient, dataCutoff)),
});

function silence(patient: Patient, dataCutoff: CalendarDate): readonly Discrepancy[] {
  const { vitalStatus, lastContactOn } = patient;
  if (vitalStatus !== 'ALIVE' || lastContactOn === undefined || addMonths(lastContactOn, SILENT_MONTHS) >= dataCutoff) return [];
  const message = `last_contact_on is ${lastContactOn}, more than ${SILENT_MONTHS} months before ${dataCutoff}, the registry's latest news; give a later contact, or LOST.`;
  return [{ at: recordReference('patient', patient, 'lastContactOn'), message }];
}

/** What {@link followUpRule} finds of a patient: it looks at nothing else of the case, so that a whole registry can be asked. */
export function followUpFindings(patient: Patient, dataCutoff: CalendarDate): readonly Finding[] {
  const { id, severity } = followUpRule;
  return silence(patient, dataCutoff).map((discrepancy) => ({ rule: id, severity, ...discrepancy }));
}

/** Months differ in length, so counting on and counting back may differ by so many days. */
const MONTH_SLACK_DAYS = 3;

/**
 * Between which days, both included, a last contact lies that {@link followUpRule} judges otherwise when a registry's latest
 * news move from one date to another; it may be some days wider.
 */
export function followUpInDoubt(one: CalendarDate, other: CalendarDate): { readonly from: CalendarDate; readonly to: CalendarDate } {
  const [earlier, later] = one < other ? [one, other] : [other, one];
  const limit = (cutoff: CalendarDate): number => dayNumber(addMonths(cutoff, -SILENT_MONTHS));
  return { from: dateOfDayNumber(limit(earlier) - MONTH_SLACK_DAYS), to: dateOfDayNumber(limit(later) + MONTH_SLACK_DAYS) };
}

const latestOf = (events: readonly ClinicalEvent[]): ClinicalEvent | undefined =>
  events.reduce<ClinicalEvent | undefined>((latest, event) => (latest && latest.on >= event.on ? latest : event), undefined);

export const lastContactRule: CaseRule = defineCaseRule({
  id: 'LAST_CONTACT_CONTRADICTED',
  severity: 'SOFT',
  fields: ['patient.lastContactOn', 'patient.diedOn', 'treatment.startedOn', 'assessment.assessedOn', 'failure.failedOn'],
  reason:
    'The last contact is the last day that anything is known of the patient, so nothing documented is later, and death is no earlier.',
  discrepancies: (facts) => {
    const { lastContactOn, diedOn } = facts.patient;
    if (lastContactOn === undefined) return [];
    const at = recordReference('patient', facts.patient, 'lastContactOn');
    if (diedOn !== undefined && lastContactOn > diedOn) {
      return [{ at, message: `last_contact_on ${lastContactOn} is after died_on ${diedOn}; it is that day or earlier.` }];
    }
    const latest = latestOf(clinicalEvents(facts, (on) => on > lastContactOn));
    if (!latest) return [];
    const message = `last_contact_on ${lastContactOn} is before ${columnName(latest.at.field)} ${latest.on}; it is that day or later.`;
    return [{ at, message }];
  },
});

export const eventBeforeDiagnosisRule: CaseRule = defineCaseRule({
  id: 'EVENT_BEFORE_DIAGNOSIS',
  severity: 'SOFT',
  fields: ['diagnosis.diagnosedOn', 'assessment.assessedOn', 'mutation.sampledOn', 'adverseEvent.onsetOn'],
  reason: 'Assessments, samples and adverse events tell of the course after diagnosis.',
  discrepancies: (facts) => {
    const { diagnosis } = facts;
    if (!diagnosis) return [];
    return clinicalEvents(facts, (on) => on < diagnosis.diagnosedOn)
      .filter(({ at }) => at.kind === 'assessment' || at.kind === 'mutation' || at.kind === 'adverseEvent')
      .map(({ at, on }) => ({
        at,
        message: `${columnName(at.field)} ${on} is before diagnosed_on ${diagnosis.diagnosedOn}; it is that day or later.`,
      }));
  },
});
