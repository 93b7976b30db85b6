import type { FhirElement } from './fhir-element';
import { readQuantity } from './read-value';
import { type Found, PartDraft, type RowPart } from './row-part';

/** A dose of a line, from the start of its own period or else of the line's. */
export function readDosage(dosage: FhirElement, treatment: RowPart): RowPart {
  dosage.skip('sequence', 'text');
  const repeat = dosage.one('timing')?.one('repeat');
  const draft = new PartDraft('dose')
    .set('patientCode', treatment.fields.get('patientCode'))
    .set('line', treatment.fields.get('line'))
    .set('fromOn', treatment.fields.get('startedOn'))
    .day('fromOn', repeat?.one('boundsPeriod')?.skip('end'), 'start');
  return draft.set('mgPerDay', readDailyDose(dosage, repeat));
}

/** A rate in mg a day, or a single dose and how often it is taken within days. */
function readDailyDose(dosage: FhirElement, repeat: FhirElement | undefined): Found | undefined {
  const [amount] = dosage.all('doseAndRate');
  if (!amount) return undefined;
  amount.skip('type');
  if (amount.has('rateQuantity')) return readQuantity(amount, 'rateQuantity', 'mg/d');
  const dose = readQuantity(amount, 'doseQuantity', 'mg');
  const period = repeat?.number('period') ?? 1;
  if (!dose || repeat?.text('periodUnit') !== 'd') {
    amount.fault('VALUE_NOT_HELD', 'must hold a rateQuantity in mg/d, or a doseQuantity in mg and its timing in days.');
    return undefined;
  }
  return { value: (Number(dose.value) * (repeat.number('frequency') ?? 1)) / period, path: dose.path };
}
