import { bundlePieces } from './bundle-csv';
import type { Cohort } from './cohort';

export interface BundleFile {
  readonly name: string;
  readonly content: string;
}

/** One country's import bundle, as its national service takes it. */
export interface CountryBundle {
  readonly country: string;
  readonly files: readonly BundleFile[];
}

/** The cohort's bundles as texts in memory; for a cohort of more than some thousand patients write files instead. */
export function inMemoryBundles(cohort: Cohort): readonly CountryBundle[] {
  return cohort.map((part) => {
    const contents = new Map<string, string[]>();
    for (const { file, text } of bundlePieces(part)) {
      const texts = contents.get(file) ?? [];
      texts.push(text);
      contents.set(file, texts);
    }
    return { country: part.country, files: [...contents].map(([name, texts]) => ({ name, content: texts.join('') })) };
  });
}
