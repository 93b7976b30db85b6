import type { CalendarDate, CaseFacts } from '../../domain';
import { type DocumentedField, documentedFieldsOf, selectFields } from './documented-fields';

/** A date on which something happened to the patient, with the field that documents it. */
export interface ClinicalEvent {
  readonly at: DocumentedField['at'];
  readonly on: CalendarDate;
}

/** Dates of the patient's own record and of the notification tell of the registry's work, not of the disease. */
const clinicalDates = selectFields(
  ({ kind }, record, field) => kind === 'date' && record !== 'patient' && record !== 'center' && field !== 'notifiedOn',
);

/**
 * The documented clinical dates of a case that a test looks for: of diagnosis, treatment, doses, assessments, samples,
 * adverse events and failure.
 */
export function clinicalEvents(facts: CaseFacts, isWanted: (on: CalendarDate) => boolean): readonly ClinicalEvent[] {
  return documentedFieldsOf(facts, clinicalDates, (value) => isWanted(value as CalendarDate)).map(({ at, value }) => ({
    at,
    on: value as CalendarDate,
  }));
}
