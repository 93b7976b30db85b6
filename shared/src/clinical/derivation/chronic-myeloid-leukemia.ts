import type { CaseFacts, Diagnosis } from '../../domain';

/**
 * ICD-O-3 morphologies that are chronic myeloid leukaemia: not otherwise specified, and BCR::ABL1-positive
 * (WHO, International Classification of Diseases for Oncology, 3rd edition). Atypical CML (9876/3) is BCR::ABL1-negative
 * by definition, hence another disease.
 */
const cmlMorphologies: ReadonlySet<string> = new Set(['9863/3', '9875/3']);

/** Whether a disease, an ICD-O-3 morphology code, is chronic myeloid leukaemia. */
export function isChronicMyeloidLeukemia(disease: string): boolean {
  return cmlMorphologies.has(disease);
}

/** Whether a case is documented to be of another tumour than CML; while no diagnosis is documented it may be CML. */
export function isOtherTumour({ diagnosis }: Pick<CaseFacts, 'diagnosis'>): boolean {
  return diagnosis !== undefined && !isChronicMyeloidLeukemia(diagnosis.disease);
}

/**
 * Whether the diagnosis documents the Philadelphia chromosome or the BCR::ABL1 transcript. A transcript type stands for
 * BCR::ABL1 also where banding found no Philadelphia chromosome. Neither documented is not a yes.
 */
export function documentsPhOrBcrAbl1(diagnosis: Diagnosis): boolean {
  return diagnosis.phPositive === true || diagnosis.transcript !== undefined;
}
