import type { CaseFacts, Center, RecordKind } from '@registry-hub/shared/domain';
import {
  type FhirProblem,
  FhirReader,
  type FhirRow,
  ndjsonEntry,
  patientResources,
  type RegistryResource,
  type ResourceEntry,
  writeOrganization,
} from '..';

/** All resources of some centres and patients, one type after the other within each. */
export function* writeResources(centers: Iterable<Center>, cases: Iterable<CaseFacts>): Generator<RegistryResource> {
  for (const center of centers) yield writeOrganization(center);
  for (const facts of cases) for (const write of Object.values(patientResources)) yield* write(facts);
}

export interface FhirReading {
  readonly rows: readonly FhirRow[];
  readonly problems: readonly FhirProblem[];
}

const TODAY = '2026-11-21';

/** Reads resources that are at hand, all at once. */
export function readResources(entries: Iterable<ResourceEntry>, country: string): FhirReading {
  const problems: FhirProblem[] = [];
  const reader = new FhirReader(country, TODAY, (problem) => void problems.push(problem));
  const parts = [...entries].flatMap((entry) => reader.take(entry));
  return { rows: reader.join(parts), problems };
}

/** What could be read of the records of a kind. */
export const recordsIn = ({ rows }: FhirReading, kind: RecordKind): readonly object[] =>
  rows.filter((row) => row.kind === kind).map(({ fields }) => fields);

/** The resources of NDJSON that is at hand. */
export function* ndjsonEntries(lines: Iterable<string>): Generator<ResourceEntry> {
  let line = 0;
  for (const text of lines) {
    line += 1;
    if (text.trim() !== '') yield ndjsonEntry(text, `line ${line}`);
  }
}
