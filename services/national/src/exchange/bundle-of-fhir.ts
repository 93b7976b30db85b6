import { bundleFormat, columnName, type RecordKind, recordKinds } from '@registry-hub/shared/domain';
import { headerLine, recordLine } from '../export';
import type { FhirPlace, FhirProblem, PlacedRecord, PlacedRecords } from '../fhir';
import type { BundleFile, ImportProblem } from '../intake';

/** Records that came as FHIR, as the bundle that says the same. */
export interface FhirBundle {
  readonly files: readonly BundleFile[];
  /** A problem of the bundle as one of the resource that its row was read from. */
  readonly problemOf: (problem: ImportProblem) => FhirProblem;
}

interface PlacedFile extends BundleFile {
  /** Where a row's fields were read, by the row's first line. */
  readonly places: ReadonlyMap<number, (field: string) => FhirPlace>;
  /** The key's first field, by which a problem of a whole row is placed. */
  readonly keyField: string;
}

const fieldsByColumn = new Map(
  recordKinds.flatMap((kind) => Object.keys(bundleFormat[kind].columns).map((field) => [columnName(field), field])),
);

/** Makes a bundle of records, so that whatever comes goes through the one door of bundles. */
export function bundleOfFhir(records: PlacedRecords): FhirBundle {
  const files = recordKinds.filter((kind) => records[kind].length > 0).map((kind) => fileOf(kind, records[kind]));
  const byName = new Map(files.map((file) => [file.name, file]));
  return {
    files,
    problemOf: ({ severity, file: name, line, column, rule, message }) => {
      const file = byName.get(name);
      const place = file?.places.get(line)?.(fieldsByColumn.get(column ?? '') ?? file.keyField);
      return { ...(place ?? { path: name }), severity, rule, message };
    },
  };
}

function fileOf<K extends RecordKind>(kind: K, records: readonly PlacedRecord<K>[]): PlacedFile {
  const { file, key } = bundleFormat[kind];
  const places = new Map<number, (field: string) => FhirPlace>();
  const rows: string[] = [headerLine(kind)];
  let line = 2;
  for (const { record, placeOf } of records) {
    const row = recordLine(kind, record);
    places.set(line, placeOf);
    rows.push(row);
    line += row.split('\n').length - 1;
  }
  return { name: file, content: rows.join(''), places, keyField: key[0] ?? '' };
}
