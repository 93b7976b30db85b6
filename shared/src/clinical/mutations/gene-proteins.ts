import type { Gene } from '../../domain';

/** The protein on which a gene's variants are numbered. */
export interface GeneProtein {
  /** With its version, as it stands before an HGVS name: `NP_000213.1`. */
  readonly accession: string;
  /** Residues. */
  readonly length: number;
  /** Proteins by which variants may be named, without version, and by how many residues their numbering is ahead. */
  readonly offsets: ReadonlyMap<string, number>;
  /**
   * Whether deletions, duplications and insertions in frame are variants of it. On ABL1 they are not: resistance comes from
   * substitutions in the kinase domain.
   */
  readonly lengthChanges: boolean;
}

/** NCBI Reference Sequences: ABL1 isoform 1a, KIT isoform 1, PDGFRA isoform 1, PDGFRB isoform 1. */
export const geneProteins: Readonly<Record<Gene, GeneProtein>> = {
  // isoform 1b (NP_009297) has 19 more residues at its start: its T334I is T315I of isoform 1a
  ABL1: protein('NP_005148.2', 1130, false, [['NP_009297', 19]]),
  KIT: protein('NP_000213.1', 976, true),
  PDGFRA: protein('NP_006197.1', 1089, true),
  PDGFRB: protein('NP_002600.1', 1106, true),
};

function protein(
  accession: string,
  length: number,
  lengthChanges: boolean,
  others: readonly (readonly [accession: string, offset: number])[] = [],
): GeneProtein {
  const [own = accession] = accession.split('.');
  return { accession, length, offsets: new Map([[own, 0], ...others]), lengthChanges };
}
