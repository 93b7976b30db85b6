import type { Dose, TreatmentLine } from '@registry-hub/shared/domain';
import type { Dosage, Extension, MedicationStatement } from 'fhir/r4';
import { localSystems } from '../codes';
import { extensionFields } from '../extension-fields';
import { localConcept, quantity, reference, writtenExtensions } from './elements';
import { resourceId } from './resource-id';
import { writeDrug } from './write-drug';

/** The treatment lines of a patient, each with its doses as dosages; a dose of no documented line is a statement of its own. */
export function* writeMedicationStatements(lines: readonly TreatmentLine[], doses: readonly Dose[]): Generator<MedicationStatement> {
  for (const line of lines) {
    yield writeLine(
      line,
      doses.filter((dose) => dose.line === line.line),
    );
  }
  const documented = new Set(lines.map(({ line }) => line));
  for (const dose of doses) if (!documented.has(dose.line)) yield writeStrayDose(dose);
}

function writeLine(treatment: TreatmentLine, doses: readonly Dose[]): MedicationStatement {
  const { patientCode, line, drug, startedOn, stoppedOn, stopReason } = treatment;
  return {
    resourceType: 'MedicationStatement',
    id: resourceId(patientCode, 'line', line),
    ...writtenExtensions(extensionFields.treatment, { ...treatment }),
    // whether a line without an end goes on is not documented
    status: stoppedOn === undefined ? 'unknown' : 'stopped',
    ...(stopReason === undefined ? {} : { statusReason: [localConcept(localSystems.stopReason, stopReason)] }),
    medicationCodeableConcept: writeDrug(drug),
    subject: reference('Patient', patientCode),
    effectivePeriod: { start: startedOn, ...(stoppedOn === undefined ? {} : { end: stoppedOn }) },
    ...(doses.length === 0 ? {} : { dosage: doses.map(writeDosage) }),
  };
}

const UNKNOWN: Extension = { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' };

function writeStrayDose(dose: Dose): MedicationStatement {
  const { patientCode, line, fromOn } = dose;
  return {
    resourceType: 'MedicationStatement',
    id: resourceId(patientCode, 'line', line, fromOn),
    ...writtenExtensions(extensionFields.treatment, { line }),
    status: 'unknown',
    medicationCodeableConcept: { extension: [UNKNOWN] },
    subject: reference('Patient', patientCode),
    dosage: [writeDosage(dose)],
  };
}

function writeDosage({ fromOn, mgPerDay }: Dose): Dosage {
  return { timing: { repeat: { boundsPeriod: { start: fromOn } } }, doseAndRate: [{ rateQuantity: quantity(mgPerDay, 'mg/d') }] };
}
