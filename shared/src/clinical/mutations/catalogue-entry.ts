import type { Drug, Gene } from '../../domain';

/**
 * Where in the kinase a residue lies (ABL1: Branford et al., Blood 2003;102:276; Soverini et al., Blood 2011;118:1208. KIT and
 * PDGFRA: Heinrich et al., Science 2003;299:708).
 */
export const kinaseRegions = [
  'P_LOOP_EDGE',
  'P_LOOP',
  'ATP_BINDING_SITE',
  'GATEKEEPER',
  'CATALYTIC_DOMAIN',
  'ACTIVATION_LOOP_EDGE',
  'ACTIVATION_LOOP',
  'C_LOBE',
  'MYRISTOYL_POCKET',
  'EXTRACELLULAR_DOMAIN',
  'JUXTAMEMBRANE_DOMAIN',
  'OTHER',
] as const;
export type KinaseRegion = (typeof kinaseRegions)[number];

/** What a mutation does to a drug, as the sources say; two letters where they differ. */
export const sensitivityMeanings = {
  R: 'associated with resistance',
  'R/i': 'associated with resistance or reduced sensitivity, sources differ',
  i: 'reduced sensitivity',
  's/i': 'sensitive or reduced sensitivity, sources differ',
  s: 'no recognised resistance',
  '?': 'conflicting',
} as const;
export type Sensitivity = keyof typeof sensitivityMeanings;

export const kinaseInhibitors = [
  'IMATINIB',
  'NILOTINIB',
  'DASATINIB',
  'BOSUTINIB',
  'PONATINIB',
  'ASCIMINIB',
] as const satisfies readonly Drug[];
export type KinaseInhibitor = (typeof kinaseInhibitors)[number];

export interface CatalogueEntry {
  readonly gene: Gene;
  /** As it is stored: `T315I` on ABL1 isoform 1a, `KIT D816V`. */
  readonly variant: string;
  /** `p.(Thr315Ile)`. */
  readonly proteinHgvs: string;
  /** On NM_005157 of ABL1, NM_000222 of KIT, NM_006206 of PDGFRA; several where several base changes give the same protein. */
  readonly codingHgvs: readonly string[];
  readonly region: KinaseRegion;
  /** Absent where the sources say nothing. */
  readonly sensitivity: { readonly [D in KinaseInhibitor]?: Sensitivity };
  readonly note?: string;
}
