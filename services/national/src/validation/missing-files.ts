import { bundleFormat, type RecordKind } from '@registry-hub/shared/domain';
import type { ImportProblem, ParsedBundle } from '../intake';
import { bundleProblem } from './bundle-rules';

/** Files without which a registry cannot begin. */
const firstFiles: readonly RecordKind[] = ['center', 'patient'];

/** The files that a first import must have and this one lacks; later, a missing file means none of these records. */
export function missingFiles({ kinds }: ParsedBundle, registryIsEmpty: boolean, country: string): readonly ImportProblem[] {
  if (!registryIsEmpty) return [];
  return firstFiles
    .filter((kind) => !kinds.has(kind))
    .map((kind) => {
      const { file } = bundleFormat[kind];
      return bundleProblem(
        'MISSING_FILE',
        { file, line: 1 },
        `The registry of ${country} is empty, so its first import must hold ${file}.`,
      );
    });
}
