import type { RecordKind } from '@registry-hub/shared/domain';
import { ASSERTED_DATE, extensionFields } from './extension-fields';
import type { ExtensionField, FieldOf, ValueType } from './fhir-field';
import { type ObservationShape, observationShapes } from './observation-shapes';

/** The elements of R4 that hold a field by themselves; the others are extensions and observations, and stand in their tables. */
const elements: { readonly [K in RecordKind]: { readonly [F in FieldOf<K>]?: string } } = {
  center: { centerCode: 'Organization.identifier', name: 'Organization.name', city: 'Organization.address.city' },
  patient: {
    patientCode: 'Patient.identifier',
    centerCode: 'Patient.managingOrganization',
    sex: 'Patient.gender',
    birthMonth: 'Patient.birthDate',
    consentedOn: 'Consent.dateTime',
    consentWithdrawnOn: 'Consent.provision.period.end',
    diedOn: 'Patient.deceasedDateTime',
  },
  diagnosis: {
    patientCode: 'Condition.subject',
    disease: 'Condition.code',
    diagnosedOn: `Condition.extension('${ASSERTED_DATE}')`,
    phase: 'Condition.stage.summary',
  },
  treatment: {
    patientCode: 'MedicationStatement.subject',
    drug: 'MedicationStatement.medicationCodeableConcept',
    startedOn: 'MedicationStatement.effectivePeriod.start',
    stoppedOn: 'MedicationStatement.effectivePeriod.end',
    stopReason: 'MedicationStatement.statusReason',
  },
  dose: {
    patientCode: 'MedicationStatement.subject',
    line: `MedicationStatement.extension('${extensionFields.treatment[0].url}')`,
    fromOn: 'MedicationStatement.dosage.timing.repeat.boundsPeriod.start',
    mgPerDay: 'MedicationStatement.dosage.doseAndRate.rateQuantity',
  },
  assessment: { patientCode: 'Observation.subject' },
  mutation: { patientCode: 'Observation.subject', method: 'Observation.method' },
  adverseEvent: {
    patientCode: 'AdverseEvent.subject',
    term: 'AdverseEvent.event.text',
    onsetOn: 'AdverseEvent.date',
    drug: 'AdverseEvent.suspectEntity.instance',
  },
  failure: { patientCode: 'Observation.subject' },
};

const extended: { readonly [K in RecordKind]?: readonly [resourceType: string, fields: readonly ExtensionField[]] } = {
  center: ['Organization', extensionFields.center],
  patient: ['Patient', extensionFields.patient],
  treatment: ['MedicationStatement', extensionFields.treatment],
  adverseEvent: ['AdverseEvent', extensionFields.adverseEvent],
};

/** The element that holds a field of a record, as a path that FHIRPath would have. */
export function elementOf(kind: RecordKind, field: string): string {
  const plain: Readonly<Record<string, string>> = elements[kind];
  return plain[field] ?? extensionOf(kind, field) ?? observationElement(kind, field) ?? kind;
}

function extensionOf(kind: RecordKind, field: string): string | undefined {
  const [resourceType, fields = []] = extended[kind] ?? [];
  const url = fields.find((one) => one.field === field)?.url;
  return url === undefined ? undefined : `${resourceType}.extension('${url}')`;
}

function observationElement(kind: RecordKind, field: string): string | undefined {
  const shapes = observationShapes.filter((shape) => shape.kind === kind);
  const found = shapes.map((shape) => pathIn(shape, field)).find((path) => path !== undefined);
  return found ?? (shapes.some(({ day }) => day === field) ? 'Observation.effectiveDateTime' : undefined);
}

function pathIn({ term, value, components = [] }: ObservationShape, field: string): string | undefined {
  const observation = `Observation.where(code.coding.code='${term.code}')`;
  if (value?.field === field) return `${observation}.${elementNames[value.type.kind]}`;
  const component = components.find((one) => one.field === field);
  return component && `${observation}.component.where(code.coding.code='${component.term.code}').${elementNames[component.type.kind]}`;
}

const elementNames: Readonly<Record<ValueType['kind'], string>> = {
  quantity: 'valueQuantity',
  integer: 'valueInteger',
  boolean: 'valueBoolean',
  text: 'valueString',
  day: 'valueDateTime',
  code: 'valueCodeableConcept',
  variant: 'valueCodeableConcept',
};
