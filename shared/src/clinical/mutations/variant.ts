import { type Gene, genes } from '../../domain';
import { geneProteins } from './gene-proteins';
import { changeHgvs, shortChange } from './protein-change';

/** What an analysis found that found no mutation. */
const NONE = 'NONE';
/** HGVS: no change of the protein. */
const NO_CHANGE = /^(?:none|p\.=|p\.\(=\))$/i;

const NAMED = /^(?:BCR::)?([A-Z0-9]+)[\s:]\s*(\S.*)$/i;
const REFERRED = /^(NP_\d+)(?:\.\d+)?:\s*(\S.*)$/i;

/** A gene whose name nobody writes: a variant without one is of the kinase that the registry began with. */
const UNNAMED: Gene = 'ABL1';

/** The gene of a stored variant. */
export function geneOfVariant(variant: string): Gene {
  const [name] = variant.split(' ');
  return genes.find((gene) => gene === name) ?? UNNAMED;
}

/** Whether a stored variant is one that was found: an analysis without a finding is documented as well. */
export function isMutationFound(variant: string): boolean {
  return changeOf(variant) !== NONE;
}

/** The stored name of a change of a gene: bare of ABL1, `KIT D816V` of another. */
export function variantName(gene: Gene, change: string): string {
  return gene === UNNAMED ? change : `${gene} ${change}`;
}

/** The stored name of what an analysis of a gene found that found nothing: `NONE`, `KIT NONE`. */
export function noMutationOf(gene: Gene): string {
  return variantName(gene, NONE);
}

/**
 * The name under which a variant is stored. An amino-acid change of ABL1 on isoform 1a: `T315I` for `T315I`, `p.T315I`,
 * `p.(Thr315Ile)`, `Thr315Ile`, `ABL1 T315I` and `NP_005148.2:p.(Thr315Ile)`, in any letter case; numbering is isoform 1a's
 * unless the reference sequence says 1b. Of KIT, PDGFRA and PDGFRB, which must be named by gene or reference sequence, also a
 * change of length in frame: `KIT W557_K558del`. `NONE` where none was found, also written `p.(=)`: `KIT NONE`. Undefined for
 * anything else.
 */
export function normalizeVariant(text: string): string | undefined {
  const named = geneNamedIn(text.trim());
  const referred = REFERRED.exec(named.change);
  const accession = referred?.[1]?.toUpperCase();
  const gene = accession === undefined ? (named.gene ?? UNNAMED) : genes.find((one) => geneProteins[one].offsets.has(accession));
  if (gene === undefined || (named.gene !== undefined && named.gene !== gene)) return undefined;
  const change = referred?.[2] ?? named.change;
  if (NO_CHANGE.test(change)) return noMutationOf(gene);
  const { length, lengthChanges, offsets } = geneProteins[gene];
  const short = shortChange(change, { length, lengthChanges, offset: offsets.get(accession ?? '') ?? 0 });
  return short && variantName(gene, short);
}

/**
 * What a variant is called whose gene was written beside it: `KIT D816V` of `KIT` and `D816V`. One that names the same gene itself
 * stays as it is.
 */
export function withGene(gene: string, variant: string): string {
  return geneNamedIn(variant).gene === gene ? variant : `${gene} ${variant}`;
}

function geneNamedIn(text: string): { readonly gene?: Gene; readonly change: string } {
  const [, name, change] = NAMED.exec(text) ?? [];
  const gene = genes.find((one) => one === name?.toUpperCase());
  return gene && change !== undefined ? { gene, change } : { change: text };
}

/** The predicted protein change in HGVS notation, `p.(Thr315Ile)`, of a variant that {@link normalizeVariant} returned. */
export function proteinHgvs(variant: string): string {
  return isMutationFound(variant) ? changeHgvs(changeOf(variant)) : 'p.(=)';
}

/** The same with the protein that it is numbered on before it: `NP_000213.1:p.(Asp816Val)`. */
export function referredHgvs(variant: string): string {
  return `${geneProteins[geneOfVariant(variant)].accession}:${proteinHgvs(variant)}`;
}

/** The change without its gene. */
function changeOf(variant: string): string {
  return variant.split(' ').at(-1) ?? variant;
}
