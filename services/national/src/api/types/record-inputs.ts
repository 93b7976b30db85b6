import {
  adverseEventActions,
  bestResponses,
  bundleFormat,
  CENTER_CODE,
  type Column,
  deathCauses,
  failureSubcategories,
  genes,
  mutationMethods,
  PATIENT_CODE,
  phases,
  type RecordKind,
  sexes,
  stopReasons,
  therapeuticDecisions,
  vitalStatuses,
} from '@registry-hub/shared/domain';
import {
  AdverseEventActionEnum,
  BestResponseEnum,
  CalendarDateScalar,
  DeathCauseEnum,
  FailureSubcategoryEnum,
  GeneEnum,
  MutationMethodEnum,
  PhaseEnum,
  SexEnum,
  StopReasonEnum,
  TherapeuticDecisionEnum,
  VitalStatusEnum,
} from '@registry-hub/shared/graphql';
import { ArgsType, type ClassType, Field, Float, ID, InputType, Int } from 'type-graphql';
import type { InputValues } from '../../intake';

/** Vocabularies that the schema knows as enums; drugs are text there, as in what it answers. */
const enums: ReadonlyMap<readonly string[], object> = new Map<readonly string[], object>([
  [sexes, SexEnum],
  [vitalStatuses, VitalStatusEnum],
  [deathCauses, DeathCauseEnum],
  [phases, PhaseEnum],
  [stopReasons, StopReasonEnum],
  [bestResponses, BestResponseEnum],
  [genes, GeneEnum],
  [mutationMethods, MutationMethodEnum],
  [adverseEventActions, AdverseEventActionEnum],
  [failureSubcategories, FailureSubcategoryEnum],
  [therapeuticDecisions, TherapeuticDecisionEnum],
]);

/** Consent is withdrawn by an operation of its own. */
const withoutInput: ReadonlySet<string> = new Set(['consentWithdrawnOn']);

/** Makes the input type of a kind of record: its columns in the bundle, in lower camel case. */
export function recordInput(kind: RecordKind, typeName: string): ClassType<InputValues> {
  @InputType(typeName)
  class RecordInput {
    readonly [field: string]: InputValues[string];
  }
  for (const [field, column] of Object.entries<Column>(bundleFormat[kind].columns)) {
    if (!withoutInput.has(field)) columnField(column)(RecordInput.prototype, field);
  }
  for (const [field, { column }] of Object.entries(bundleFormat[kind].joined ?? {})) columnField(column)(RecordInput.prototype, field);
  return RecordInput;
}

/** Makes the arguments that name one stored record of a kind: its natural key. */
export function recordKey(kind: RecordKind): ClassType<InputValues> {
  @ArgsType()
  class RecordKey {
    readonly [field: string]: InputValues[string];
  }
  const columns: Readonly<Record<string, Column>> = bundleFormat[kind].columns;
  // the arguments of a field are turned round when its schema is made
  for (const field of bundleFormat[kind].key.toReversed()) {
    const column = columns[field];
    if (column) columnField(column)(RecordKey.prototype, field);
  }
  return RecordKey;
}

function columnField(column: Column): PropertyDecorator {
  return Field(() => typeOf(column), { nullable: column.required !== true, ...described(column) });
}

function typeOf(column: Column): object {
  switch (column.kind) {
    case 'text':
      return column.pattern === PATIENT_CODE || column.pattern === CENTER_CODE ? ID : String;
    case 'date':
      return CalendarDateScalar;
    case 'month':
      return String;
    case 'boolean':
      return Boolean;
    case 'enum':
      return enums.get(column.values) ?? String;
    case 'integer':
      return Int;
    case 'decimal':
      return Float;
  }
}

function described(column: Column): { readonly description?: string } {
  switch (column.kind) {
    case 'month':
      return { description: 'YYYY-MM.' };
    case 'text':
      return column.form === undefined ? {} : { description: `${column.form.charAt(0).toUpperCase()}${column.form.slice(1)}.` };
    case 'integer':
    case 'decimal':
      return { description: `From ${column.hard.min} to ${column.hard.max}${column.unit === undefined ? '' : ` ${column.unit}`}.` };
    case 'date':
    case 'boolean':
    case 'enum':
      return {};
  }
}

export const CenterInput = recordInput('center', 'CenterInput');
export const PatientInput = recordInput('patient', 'PatientInput');
export const NotifyFailureInput = recordInput('failure', 'NotifyFailureInput');
