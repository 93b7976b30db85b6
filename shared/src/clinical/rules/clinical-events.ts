import type { CalendarDate, CaseFacts } from '../../domain';
import { type DocumentedField, documentedFieldsOf } from './documented-fields';

/** A date on which something happened to the patient, with the field that documents it. */
export interface ClinicalEvent {
  readonly at: DocumentedField['at'];
  readonly on: CalendarDate;
}

/** Dates of the patient's own record and of the notification tell of the registry's work, not of the disease. */
const isClinical = ({ at, column }: DocumentedField): boolean =>
  column.kind === 'date' && at.kind !== 'patient' && at.field !== 'notifiedOn';

/** Every documented clinical date of a case: diagnosis, treatment, doses, assessments, samples, adverse events, failure. */
export function clinicalEvents(facts: CaseFacts): readonly ClinicalEvent[] {
  return documentedFieldsOf(facts)
    .filter(isClinical)
    .map(({ at, value }) => ({ at, on: value as CalendarDate }));
}
