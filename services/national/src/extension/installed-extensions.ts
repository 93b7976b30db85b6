import { type DeclaredCatalogue, joinCatalogues } from '@registry-hub/shared/statistics';
import type { ExtensionFormat } from './extension-format';
import type { NationalExtension } from './national-extension';

/**
 * The extensions that one national service was started with. Their tables are there and their derived rows follow the facts, whether
 * a coordinator has them switched on or off: what is off is not shown, not taken and not handed over.
 */
export class InstalledExtensions {
  constructor(readonly all: readonly NationalExtension[]) {}

  get formats(): readonly ExtensionFormat[] {
    return this.all.flatMap(({ formats }) => formats);
  }

  /** What the extensions' figures are of, together. */
  get catalogue(): DeclaredCatalogue {
    return joinCatalogues(this.all.map(({ derivation }) => derivation.catalogue));
  }

  named(name: string): NationalExtension | undefined {
    return this.all.find((extension) => extension.name === name);
  }
}

export const NO_EXTENSIONS = new InstalledExtensions([]);
