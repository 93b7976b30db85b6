import type { RecordKind, RecordTypes } from './records';
import {
  adverseEventActions,
  bestResponses,
  deathCauses,
  drugs,
  failureSubcategories,
  genes,
  mutationMethods,
  phases,
  sexes,
  stopReasons,
  therapeuticDecisions,
  vitalStatuses,
} from './vocabulary';

/**
 * The import bundle as data: which file holds which record, its columns, their types, units and ranges.
 * Parser, validation, storage, export and documentation all read this one table.
 */

/** Both ends included. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
}

export type ColumnType =
  | { readonly kind: 'text'; readonly pattern?: RegExp; readonly form?: string }
  | { readonly kind: 'date' }
  | { readonly kind: 'month' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | {
      readonly kind: 'integer' | 'decimal';
      readonly unit?: string;
      /** Outside: the bundle is refused. */
      readonly hard: NumberRange;
      /** Outside: stored, and a data query is raised. */
      readonly soft?: NumberRange;
    };

export type Column = ColumnType & { readonly required?: true };

/** A column that is no field of its own: what it says becomes part of another field. */
export interface JoinedColumn {
  readonly column: Column;
  readonly into: string;
}

export interface FileFormat<K extends RecordKind> {
  readonly file: `${string}.csv`;
  readonly key: readonly (keyof RecordTypes[K] & string)[];
  readonly columns: { readonly [C in keyof Required<RecordTypes[K]>]: Column };
  /** Columns that a file may have beside its fields' own; none is ever written. */
  readonly joined?: Readonly<Record<string, JoinedColumn>>;
}

const date: ColumnType = { kind: 'date' };
const text: ColumnType = { kind: 'text' };
const oneOf = (values: readonly string[]): ColumnType => ({ kind: 'enum', values });
const required = <T extends ColumnType>(type: T): T & { readonly required: true } => ({ ...type, required: true });

/** `FR-001`: country, dash, three digits. */
export const CENTER_CODE = /^[A-Z]{2}-\d{3}$/;
/** `FR-001-0001`: the centre's code, dash, four or more digits. */
export const PATIENT_CODE = /^[A-Z]{2}-\d{3}-\d{4,}$/;

const centerCode = required({ kind: 'text', pattern: CENTER_CODE, form: 'country, dash, three digits, as FR-001' });
const patientCode = required({ kind: 'text', pattern: PATIENT_CODE, form: "the centre's code, dash, four or more digits, as FR-001-0001" });
const line = required({ kind: 'integer', hard: { min: 1, max: 99 } });

// Ranges: clinical plausibility set by the project (hard = impossible or of another unit, soft = worth a question).
const percentage: NumberRange = { min: 0, max: 100 };
const wbc = (soft: NumberRange): Column => ({ kind: 'decimal', unit: '10*9/L', hard: { min: 0, max: 1500 }, soft });
const platelets: Column = { kind: 'decimal', unit: '10*9/L', hard: { min: 0.1, max: 10_000 }, soft: { min: 20, max: 3000 } };

export const bundleFormat: { readonly [K in RecordKind]: FileFormat<K> } = {
  center: {
    file: 'centers.csv',
    key: ['centerCode'],
    columns: { centerCode, name: required(text), city: text, openedOn: date },
  },
  patient: {
    file: 'patients.csv',
    key: ['patientCode'],
    columns: {
      patientCode,
      centerCode,
      sex: required(oneOf(sexes)),
      birthMonth: required({ kind: 'month' }),
      consentedOn: date,
      consentWithdrawnOn: date,
      vitalStatus: required(oneOf(vitalStatuses)),
      lastContactOn: date,
      diedOn: date,
      deathCause: oneOf(deathCauses),
    },
  },
  diagnosis: {
    file: 'diagnoses.csv',
    key: ['patientCode'],
    columns: {
      patientCode,
      disease: required({ kind: 'text', pattern: /^\d{4}\/[0-9]$/, form: 'an ICD-O-3 morphology code, as 9875/3' }),
      diagnosedOn: required(date),
      phase: oneOf(phases),
      phPositive: { kind: 'boolean' },
      transcript: { kind: 'text', pattern: /^[A-Za-z0-9+]{1,20}$/, form: 'a transcript type, as e13a2 or e13a2+e14a2' },
      spleenCm: { kind: 'decimal', unit: 'cm', hard: { min: 0, max: 40 }, soft: { min: 0, max: 25 } },
      wbc: wbc({ min: 5, max: 600 }),
      hemoglobin: { kind: 'decimal', unit: 'g/L', hard: { min: 20, max: 250 }, soft: { min: 50, max: 190 } },
      platelets,
      blastsPct: { kind: 'decimal', unit: '%', hard: percentage },
      basophilsPct: { kind: 'decimal', unit: '%', hard: percentage },
      eosinophilsPct: { kind: 'decimal', unit: '%', hard: percentage, soft: { min: 0, max: 30 } },
      karyotype: text,
    },
  },
  treatment: {
    file: 'treatments.csv',
    key: ['patientCode', 'line'],
    columns: {
      patientCode,
      line,
      drug: required(oneOf(drugs)),
      startedOn: required(date),
      stoppedOn: date,
      stopReason: oneOf(stopReasons),
      prospectiveStudy: text,
      bestResponse: oneOf(bestResponses),
    },
  },
  dose: {
    file: 'doses.csv',
    key: ['patientCode', 'line', 'fromOn'],
    columns: {
      patientCode,
      line,
      fromOn: required(date),
      // Imatinib's range; other drugs of the vocabulary are given from 15 mg (ponatinib) up to grams, hence one wide range.
      mgPerDay: required({ kind: 'decimal', unit: 'mg/d', hard: { min: 1, max: 5000 } }),
    },
  },
  assessment: {
    file: 'assessments.csv',
    key: ['patientCode', 'assessedOn'],
    columns: {
      patientCode,
      assessedOn: required(date),
      phase: oneOf(phases),
      completeHematologicResponse: { kind: 'boolean' },
      wbc: wbc({ min: 1, max: 100 }),
      platelets,
      blastsPct: { kind: 'decimal', unit: '%', hard: percentage },
      metaphasesExamined: { kind: 'integer', hard: { min: 1, max: 200 } },
      metaphasesPhPositive: { kind: 'integer', hard: { min: 0, max: 200 } },
      bcrAbl1IsPct: { kind: 'decimal', unit: '%', hard: { min: 0, max: 1000 }, soft: { min: 0, max: 100 } },
      abl1Copies: { kind: 'integer', hard: { min: 0, max: 10_000_000 }, soft: { min: 10_000, max: 10_000_000 } },
    },
  },
  mutation: {
    file: 'mutations.csv',
    key: ['patientCode', 'sampledOn', 'variant'],
    columns: {
      patientCode,
      sampledOn: required(date),
      variant: required({ kind: 'text', form: 'an amino-acid change, as T315I; of another gene as KIT D816V; NONE where none was found' }),
      vafPct: { kind: 'decimal', unit: '%', hard: percentage },
      method: oneOf(mutationMethods),
    },
    // laboratories name the gene beside the variant; empty is ABL1, unless the variant names its gene itself
    joined: { gene: { column: oneOf(genes), into: 'variant' } },
  },
  adverseEvent: {
    file: 'adverse_events.csv',
    key: ['patientCode', 'term', 'onsetOn'],
    columns: {
      patientCode,
      term: required(text),
      grade: required({ kind: 'integer', hard: { min: 1, max: 5 } }),
      onsetOn: required(date),
      resolvedOn: date,
      drug: oneOf(drugs),
      action: oneOf(adverseEventActions),
    },
  },
  failure: {
    file: 'failures.csv',
    key: ['patientCode'],
    columns: {
      patientCode,
      notifiedOn: required(date),
      failedOn: required(date),
      reportedSubcategory: required(oneOf(failureSubcategories)),
      decision: oneOf(therapeuticDecisions),
    },
  },
};

/** Kinds in the order in which one may refer to those before it. */
export const recordKinds = Object.keys(bundleFormat) as readonly RecordKind[];

/** The column's name in a bundle: `bcrAbl1IsPct` is `bcr_abl1_is_pct`. */
export function columnName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
