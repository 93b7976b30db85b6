import type { DiseaseEntry, DiseaseFamily } from './disease-entry';
import { hematologicFamilies } from './hematologic-diseases';
import { solidFamilies } from './solid-tumors';

function entriesOf({ family, group, diseases }: DiseaseFamily): readonly DiseaseEntry[] {
  return diseases.map(([code, name, driver]) => ({ code, name, group, family, kinases: [], sources: [], ...driver }));
}

/**
 * Diseases that figures tell apart, by ICD-O-3 morphology (WHO, International Classification of Diseases for Oncology, 3rd edition,
 * with its second revision): chronic myeloid leukaemia first, and malignancies in which imatinib has been tried. A registry holds
 * any other morphology as well, and counts it as OTHER.
 */
export const diseaseCatalogue: readonly DiseaseEntry[] = [...hematologicFamilies, ...solidFamilies].flatMap(entriesOf);

const entriesByCode: ReadonlyMap<string, DiseaseEntry> = new Map(diseaseCatalogue.map((entry) => [entry.code, entry]));

/** @param code an ICD-O-3 morphology @returns undefined for one that is not catalogued */
export function diseaseEntry(code: string): DiseaseEntry | undefined {
  return entriesByCode.get(code);
}
