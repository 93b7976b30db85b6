import type { CalendarDate, CaseFacts, Column, RecordKind } from '../../domain';
import { type DocumentedField, documentedFieldsOf } from './documented-fields';

/** A date on which something happened to the patient, with the field that documents it. */
export interface ClinicalEvent {
  readonly at: DocumentedField['at'];
  readonly on: CalendarDate;
}

/** Dates of the patient's own record and of the notification tell of the registry's work, not of the disease. */
const isClinical = ({ kind }: Column, record: RecordKind, field: string): boolean =>
  kind === 'date' && record !== 'patient' && field !== 'notifiedOn';

/**
 * The documented clinical dates of a case that a test looks for: of diagnosis, treatment, doses, assessments, samples,
 * adverse events and failure.
 */
export function clinicalEvents(facts: CaseFacts, isWanted: (on: CalendarDate) => boolean): readonly ClinicalEvent[] {
  return documentedFieldsOf(facts, (value, column, kind, field) => isClinical(column, kind, field) && isWanted(value as CalendarDate)).map(
    ({ at, value }) => ({ at, on: value as CalendarDate }),
  );
}
