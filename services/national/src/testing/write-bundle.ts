import {
  bundleFormat,
  type CaseFacts,
  type Center,
  columnName,
  type RecordKind,
  type RecordTypes,
  recordKinds,
} from '@registry-hub/shared/domain';
import type { BundleFile } from '../intake';

type RecordLists = { readonly [K in RecordKind]: readonly RecordTypes[K][] };

/** Centres and cases as the files of a bundle. */
export function writeBundle(centers: readonly Center[], cases: readonly CaseFacts[]): readonly BundleFile[] {
  const records: RecordLists = {
    center: centers,
    patient: cases.map(({ patient }) => patient),
    diagnosis: cases.flatMap(({ diagnosis }) => diagnosis ?? []),
    treatment: cases.flatMap(({ treatments }) => treatments),
    dose: cases.flatMap(({ doses }) => doses),
    assessment: cases.flatMap(({ assessments }) => assessments),
    mutation: cases.flatMap(({ mutations }) => mutations),
    adverseEvent: cases.flatMap(({ adverseEvents }) => adverseEvents),
    failure: cases.flatMap(({ failure }) => failure ?? []),
  };
  return recordKinds.map((kind) => ({ name: bundleFormat[kind].file, content: csvOf(kind, records[kind]) }));
}

function csvOf(kind: RecordKind, records: readonly object[]): string {
  const fields = Object.keys(bundleFormat[kind].columns);
  const rows = records.map((record) => fields.map((field) => cell(record[field as keyof object] as string | number | boolean | undefined)));
  return `${[fields.map(columnName), ...rows].map((cells) => cells.join(',')).join('\n')}\n`;
}

function cell(value: string | number | boolean | undefined): string {
  const written = value === undefined ? '' : String(value);
  return /[",\n]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written;
}
