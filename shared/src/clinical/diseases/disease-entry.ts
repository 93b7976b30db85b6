import type { Citation } from '../citation';

/** Where a disease arises: in blood, marrow and lymphatic tissue, or elsewhere. */
export const diseaseGroups = ['HEMATOLOGIC', 'SOLID'] as const;
export type DiseaseGroup = (typeof diseaseGroups)[number];

/** Kinases that imatinib inhibits. */
export const imatinibTargets = ['ABL1', 'KIT', 'PDGFRA', 'PDGFRB', 'CSF1R'] as const;
export type ImatinibTarget = (typeof imatinibTargets)[number];

export interface DiseaseEntry {
  /** ICD-O-3 morphology with its behaviour: `9741/3`. */
  readonly code: string;
  /** The preferred term. */
  readonly name: string;
  readonly group: DiseaseGroup;
  /** The family that the WHO classification puts it into. */
  readonly family: string;
  /** Kinases sensitive to imatinib that drive the disease, or are active in it; empty where none is established. */
  readonly kinases: readonly ImatinibTarget[];
  /** What makes them so. */
  readonly mechanism?: string;
  /** Where kinase and mechanism are taken from; the codes are those of ICD-O-3. */
  readonly sources: readonly Citation[];
}

/** What is known of imatinib's targets in a disease. */
export interface KinaseDriver {
  readonly kinases: readonly ImatinibTarget[];
  readonly mechanism: string;
  readonly sources: readonly Citation[];
}

/** A family of the WHO classification, whose diseases share a group. */
export interface DiseaseFamily {
  readonly family: string;
  readonly group: DiseaseGroup;
  readonly diseases: readonly (readonly [code: string, name: string, driver?: KinaseDriver])[];
}

/** `Cools et al., N Engl J Med 2003;348:1201`. */
export function cite(authors: string, journal: string, year: number, locator: string): Citation {
  return { authors: `${authors} et al.`, journal, year, locator };
}
