import type { Gene } from '../../domain';
import type { Citation } from '../citation';
import type { CatalogueEntry } from './catalogue-entry';
import { kinaseDomainCatalogue, kinaseDomainSources } from './kinase-domain-catalogue';
import { receptorKinaseCatalogue, receptorKinaseSources } from './receptor-kinase-catalogue';
import { normalizeVariant } from './variant';

/** Every catalogued variant, those of ABL1 first. */
export const mutationCatalogue: readonly CatalogueEntry[] = [...kinaseDomainCatalogue, ...receptorKinaseCatalogue];

const entriesByVariant: ReadonlyMap<string, CatalogueEntry> = new Map(mutationCatalogue.map((row) => [row.variant, row]));

/** The entry of a variant in any notation that {@link normalizeVariant} reads; undefined when it is not catalogued. */
export function catalogueEntry(variant: string): CatalogueEntry | undefined {
  const normalized = normalizeVariant(variant);
  return normalized === undefined ? undefined : entriesByVariant.get(normalized);
}

/** Where the entries of a gene are taken from. */
export function mutationSources(gene: Gene): readonly Citation[] {
  return gene === 'ABL1' ? kinaseDomainSources : receptorKinaseSources;
}
