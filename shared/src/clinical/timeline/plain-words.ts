import type { Drug } from '../../domain';
import { drugCatalogue } from '../mutations';

const drugNames: ReadonlyMap<Drug, string> = new Map(drugCatalogue.map(({ drug, name }) => [drug, name]));

/** `Interferon alfa` for INTERFERON_ALFA. */
export function drugName(drug: Drug): string {
  return drugNames.get(drug) ?? inWords(drug);
}

/** A value of a vocabulary in words: `no major cytogenetic response` for NO_MAJOR_CYTOGENETIC_RESPONSE. */
export function inWords(value: string): string {
  return value.toLowerCase().replaceAll('_', ' ');
}

/** The parts that are known, one after the other, as a sentence. */
export function sentence(parts: readonly (string | undefined)[], separator = ', '): string {
  const text = parts.filter((part) => part !== undefined).join(separator);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
