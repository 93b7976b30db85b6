import { type CalendarDate, columnName, type Finding, type RecordKind, type RecordTypes } from '../../domain';
import { type CaseRule, type Discrepancy, defineCaseRule } from './case-rule';
import { type DocumentedField, documentedFields, documentedFieldsOf, selectFields, type ValueTest } from './documented-fields';

const ID = 'FUTURE_DATE';

const datesAndMonths = selectFields(({ kind }) => kind === 'date' || kind === 'month');

const isAfter = (today: CalendarDate): ValueTest => {
  const month = today.slice(0, 7);
  return (value, { kind }) => value > (kind === 'month' ? month : today);
};

const inTheFuture =
  (today: CalendarDate) =>
  ({ at, value }: DocumentedField): Discrepancy => ({
    at,
    message: `${columnName(at.field)} ${value} is in the future; it is ${today} or earlier.`,
  });

/** The dates of one record that lie after today; for a centre, which belongs to no case. */
export function futureDateFindings<K extends RecordKind>(kind: K, record: RecordTypes[K], today: CalendarDate): readonly Finding[] {
  return documentedFields(kind, record, datesAndMonths, isAfter(today))
    .map(inTheFuture(today))
    .map((discrepancy) => ({ rule: ID, severity: 'HARD', ...discrepancy }));
}

export const futureDateRule: CaseRule = defineCaseRule({
  id: ID,
  severity: 'HARD',
  fields: [
    'patient.birthMonth',
    'patient.consentedOn',
    'patient.consentWithdrawnOn',
    'patient.lastContactOn',
    'patient.diedOn',
    'diagnosis.diagnosedOn',
    'treatment.startedOn',
    'treatment.stoppedOn',
    'dose.fromOn',
    'assessment.assessedOn',
    'mutation.sampledOn',
    'adverseEvent.onsetOn',
    'adverseEvent.resolvedOn',
    'failure.notifiedOn',
    'failure.failedOn',
  ],
  reason: 'A registry documents what has happened.',
  discrepancies: (facts, { today }) => documentedFieldsOf(facts, datesAndMonths, isAfter(today)).map(inTheFuture(today)),
});
