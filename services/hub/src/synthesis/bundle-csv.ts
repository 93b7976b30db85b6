import { bundleFormat, columnName, type RecordKind, type RecordTypes } from '@registry-hub/shared/domain';
import type { CaseRecords, CountryCohort } from './cohort';

/** A piece of one of a bundle's files; a file is all of its pieces in order. */
export interface FilePiece {
  readonly file: string;
  readonly text: string;
  readonly records: number;
}

/**
 * A country's bundle piece by piece: the header of every file, then its centres, then case after case. RFC 4180 with LF,
 * columns in the order of the bundle format, an empty field for what is not known.
 */
export function* bundlePieces({ centers, cases }: CountryCohort): Generator<FilePiece> {
  for (const { header } of Object.values(encoders)) yield header;
  yield encoders.center.encode(centers);
  for (const facts of cases) yield* casePieces(facts);
}

function casePieces(facts: CaseRecords): readonly FilePiece[] {
  return [
    encoders.patient.encode([facts.patient]),
    encoders.diagnosis.encode(facts.diagnosis ? [facts.diagnosis] : []),
    encoders.treatment.encode(facts.treatments),
    encoders.dose.encode(facts.doses),
    encoders.assessment.encode(facts.assessments),
    encoders.mutation.encode(facts.mutations),
    encoders.adverseEvent.encode(facts.adverseEvents),
    encoders.failure.encode(facts.failure ? [facts.failure] : []),
  ];
}

type Field = string | number | boolean | undefined;

interface Encoder<K extends RecordKind> {
  readonly header: FilePiece;
  readonly encode: (records: readonly RecordTypes[K][]) => FilePiece;
}

const encoders: { readonly [K in RecordKind]: Encoder<K> } = {
  center: encoderFor('center'),
  patient: encoderFor('patient'),
  diagnosis: encoderFor('diagnosis'),
  treatment: encoderFor('treatment'),
  dose: encoderFor('dose'),
  assessment: encoderFor('assessment'),
  mutation: encoderFor('mutation'),
  adverseEvent: encoderFor('adverseEvent'),
  failure: encoderFor('failure'),
};

function encoderFor<K extends RecordKind>(kind: K): Encoder<K> {
  const { file } = bundleFormat[kind];
  const columns = Object.keys(bundleFormat[kind].columns) as (keyof RecordTypes[K] & string)[];
  const line = (record: RecordTypes[K]): string => `${columns.map((column) => encodeField(record[column] as Field)).join(',')}\n`;
  return {
    header: { file, text: `${columns.map(columnName).join(',')}\n`, records: 0 },
    encode: (records) => ({ file, text: records.map(line).join(''), records: records.length }),
  };
}

const NEEDS_QUOTES = /[",\r\n]/;

function encodeField(value: Field): string {
  if (value === undefined) return '';
  const text = String(value);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
