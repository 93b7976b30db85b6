import { bundleFormat, type RecordKind, recordKinds } from '@registry-hub/shared/domain';
import type { BundleFile } from './bundle-file';
import { GapLog } from './gap-log';
import { compareProblems } from './import-problem';
import { knownColumns } from './known-columns';
import type { ParsedBundle, SourcedRecord } from './parsed-bundle';
import { ProblemLog } from './problem-log';
import { readRecords } from './read-records';

/**
 * Reads the files of a bundle into typed records and lists everything in them that is not of the format. Never throws: whatever the
 * files hold, the answer is a report.
 *
 * @param country the registry's own, ISO 3166-1 alpha-2; codes of another are refused
 */
export function parseBundle(files: readonly BundleFile[], country: string): ParsedBundle {
  const log = new ProblemLog();
  const gaps = new GapLog();
  const columnsOf = knownColumns(country);
  const contents = filesByKind(files, log);
  let rows = 0;

  const read = <K extends RecordKind>(kind: K): readonly SourcedRecord<K>[] => {
    const content = contents.get(kind);
    if (content === undefined) return [];
    const result = readRecords(kind, content, columnsOf(kind), log.of(bundleFormat[kind].file), gaps);
    rows += result.rows;
    return result.records;
  };

  const records = {
    center: read('center'),
    patient: read('patient'),
    diagnosis: read('diagnosis'),
    treatment: read('treatment'),
    dose: read('dose'),
    assessment: read('assessment'),
    mutation: read('mutation'),
    adverseEvent: read('adverseEvent'),
    failure: read('failure'),
  };
  return { records, problems: log.problems.toSorted(compareProblems), rows, kinds: new Set(contents.keys()), gaps: gaps.gaps };
}

/** The content of each kind's file; files outside the format, and second ones of a name, are reported and left unread. */
function filesByKind(files: readonly BundleFile[], log: ProblemLog): ReadonlyMap<RecordKind, string> {
  const kinds = new Map<string, RecordKind>(recordKinds.map((kind) => [bundleFormat[kind].file, kind]));
  const contents = new Map<RecordKind, string>();
  for (const { name, content } of files) {
    const kind = kinds.get(name);
    if (kind === undefined) {
      log.of(name)('UNKNOWN_FILE', 1, `The file is not part of a bundle, which holds ${[...kinds.keys()].join(', ')}.`);
    } else if (contents.has(kind)) {
      log.of(name)('DUPLICATE_FILE', 1, 'The file was handed in twice; it may be there once.');
    } else {
      contents.set(kind, content);
    }
  }
  return contents;
}
