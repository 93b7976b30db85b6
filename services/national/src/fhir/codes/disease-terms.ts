import { namespaces } from './namespaces';
import type { Term } from './term';

/** ICD-O-3 morphology of chronic myeloid leukaemia, BCR::ABL1-positive. */
const CML = '9875/3';

/** ICD-10's title of C92.1 says BCR/ABL-positive, as the morphology does; it may be read alone. */
const icd10: Term = {
  system: namespaces.icd10,
  code: 'C92.1',
  display: 'Chronic myeloid leukaemia [CML], BCR/ABL-positive',
  source: 'WHO ICD-10 (2019)',
};

const snomed: Term = {
  system: namespaces.snomed,
  code: '92818009',
  display: 'Chronic myeloid leukemia',
  source: 'HL7 Genomics Reporting Implementation Guide (2022)',
};

/** How other classifications say the same as a morphology code. */
export const diseaseTerms: ReadonlyMap<string, readonly Term[]> = new Map([[CML, [snomed, icd10]]]);

/** The morphology that a code of another classification means by itself. SNOMED's concept includes BCR::ABL1-negative disease. */
export function diseaseOfIcd10(code: string): string | undefined {
  return code === icd10.code ? CML : undefined;
}
