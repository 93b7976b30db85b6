import type { BundleFile } from './bundle-file';
import { BundleReader } from './bundle-reader';
import type { ParsedBundle } from './parsed-bundle';
import { ProblemLog } from './problem-log';
import { RowCollector } from './row-collector';

/**
 * Reads the files of a bundle that is in memory into typed records and lists everything in them that is not of the format. Never
 * throws: whatever the files hold, the answer is a report.
 *
 * @param country the registry's own, ISO 3166-1 alpha-2; codes of another are refused
 */
export function parseBundle(files: readonly BundleFile[], country: string): ParsedBundle {
  const log = new ProblemLog();
  const collector = new RowCollector(log);
  const reader = new BundleReader(country, log, (row) => collector.take(row));
  for (const { name, content } of files) {
    const file = reader.open(name);
    file?.read(content);
    file?.end();
  }
  return collector.bundle(reader.files);
}
