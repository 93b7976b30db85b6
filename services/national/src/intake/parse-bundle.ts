import type { ExtensionFormat } from '../extension';
import type { BundleFile } from './bundle-file';
import { BundleReader } from './bundle-reader';
import { bundleShapes } from './file-shape';
import type { ParsedBundle } from './parsed-bundle';
import { ProblemLog } from './problem-log';
import { RowCollector } from './row-collector';

/**
 * Reads the files of a bundle that is in memory into typed records and lists everything in them that is not of the format. Never
 * throws: whatever the files hold, the answer is a report.
 *
 * @param country the registry's own, ISO 3166-1 alpha-2; codes of another are refused
 * @param extensions whose files there may be beside the format's own
 */
export function parseBundle(files: readonly BundleFile[], country: string, extensions: readonly ExtensionFormat[] = []): ParsedBundle {
  const log = new ProblemLog();
  const collector = new RowCollector(log, extensions);
  const reader = new BundleReader(country, bundleShapes(extensions), log, (row) => collector.take(row));
  for (const { name, content } of files) {
    const file = reader.open(name);
    file?.read(content);
    file?.end();
  }
  return collector.bundle(reader.files);
}
