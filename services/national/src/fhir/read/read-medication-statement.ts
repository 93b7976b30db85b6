import { localSystems } from '../codes';
import { extensionFields } from '../extension-fields';
import type { FhirElement } from './fhir-element';
import { readDosage } from './read-dosage';
import { readContainedDrug, readDrug } from './read-drug';
import { readCode, readExtensions } from './read-value';
import { PartDraft, type RowPart } from './row-part';

const NOT_TAKEN: ReadonlySet<string | undefined> = new Set(['entered-in-error', 'intended', 'not-taken', undefined]);
const ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

/** A treatment line and its doses. A statement that knows neither drug nor period is of doses alone. */
export function readMedicationStatement(statement: FhirElement): readonly RowPart[] {
  if (NOT_TAKEN.has(statement.text('status'))) {
    statement.fault('VALUE_NOT_HELD', 'must be that of a drug which was or is taken.', 'status');
    return [];
  }
  const treatment = new PartDraft('treatment').refer('patientCode', statement, 'subject', 'Patient');
  readExtensions(treatment, statement, extensionFields.treatment);
  const period = statement.one('effectivePeriod');
  treatment.day('startedOn', period ?? statement, period ? 'start' : 'effectiveDateTime').day('stoppedOn', period, 'end');
  const [reason] = statement.all('statusReason');
  treatment.set('stopReason', readCode(reason, localSystems.stopReason));
  const doses = statement.all('dosage').map((dosage) => readDosage(dosage, treatment));
  if (doses.length > 0 && !treatment.fields.has('startedOn') && hasNoDrug(statement)) return doses;
  const reference = statement.one('medicationReference');
  const drug = reference ? readContainedDrug(statement, reference) : readDrug(statement.one('medicationCodeableConcept'));
  return [treatment.set('drug', drug), ...doses];
}

function hasNoDrug(statement: FhirElement): boolean {
  return statement.one('medicationCodeableConcept')?.extension(ABSENT)?.skip('valueCode') !== undefined;
}
