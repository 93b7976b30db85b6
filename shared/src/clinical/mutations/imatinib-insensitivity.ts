import { catalogueEntry } from './mutation-catalogue';

/** How strongly a mutation of the BCR::ABL1 kinase domain takes away the effect of imatinib. */
export const imatinibInsensitivities = ['HIGH', 'LOW'] as const;
export type ImatinibInsensitivity = (typeof imatinibInsensitivities)[number];

/**
 * Mutations of high insensitivity. The recommendations of 2006 name T315I as an example only (Baccarani et al., Blood
 * 2006;108:1809); the list is a project convention.
 */
export const highlyInsensitiveVariants: ReadonlySet<string> = new Set([
  'T315I',
  'Y253H',
  'Y253F',
  'E255K',
  'E255V',
  'G250E',
  'H396P',
  'L248V',
  'L248R',
]);

/**
 * The level of insensitivity to imatinib: high for the listed mutations, low for the others that the catalogue associates
 * with imatinib. Undefined for a mutation that it does not: nothing is known to make it resistant. The criteria that ask for it
 * are those of CML, hence of ABL1 alone.
 */
export function imatinibInsensitivity(variant: string): ImatinibInsensitivity | undefined {
  const found = catalogueEntry(variant);
  if (found?.gene !== 'ABL1' || found.sensitivity.IMATINIB === undefined) return undefined;
  return highlyInsensitiveVariants.has(found.variant) ? 'HIGH' : 'LOW';
}
