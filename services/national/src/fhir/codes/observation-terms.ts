import type { Gene } from '@registry-hub/shared/domain';
import { localTerm } from './local-system';
import { namespaces } from './namespaces';
import type { Term } from './term';

const loinc = (code: string, display: string, source: string): Term => ({ system: namespaces.loinc, code, display, source });
const own = (code: string, display: string): Term => localTerm('observation', code, display);

const hgnc = (code: string, display: string): Term => ({
  system: namespaces.hgnc,
  code,
  display,
  source: 'HUGO Gene Nomenclature Committee (2024)',
});

const LOINC_MANUAL_DIFFERENTIAL = 'LOINC 2.78, panel 24318-8 (2024)';
const HL7_GENOMICS = 'HL7 Genomics Reporting Implementation Guide (2022)';

/**
 * What an observation, or a component of one, is about. A LOINC code stands here only where code and meaning were seen together
 * in a publication; 69380-7, which circulates for 69380-4, and 55135-1 have wrong check digits and are none.
 */
export const observationTerms = {
  bcrAbl1: loinc(
    '69380-4',
    't(9;22)(q34.1;q11)(ABL1,BCR) b2a2+b3a2 fusion transcript/control transcript (International Scale) [# Ratio] in Blood or Tissue by Molecular genetics method',
    'NHS North West Genomics, BCR::ABL1 report (2023)',
  ),
  leukocytes: loinc('6690-2', 'Leukocytes [#/volume] in Blood by Automated count', 'LOINC 2.80 (2025)'),
  leukocytesAnyMethod: loinc('26464-8', 'Leukocytes [#/volume] in Blood', 'LOINC 2.80 (2025)'),
  platelets: loinc('777-3', 'Platelets [#/volume] in Blood by Automated count', 'LOINC 2.80 (2025)'),
  hemoglobin: loinc('718-7', 'Hemoglobin [Mass/volume] in Blood', 'LOINC 2.80 (2025)'),
  blasts: loinc('26446-5', 'Blasts/100 leukocytes in Blood', LOINC_MANUAL_DIFFERENTIAL),
  basophils: loinc('30180-4', 'Basophils/100 leukocytes in Blood', LOINC_MANUAL_DIFFERENTIAL),
  eosinophils: loinc('26450-7', 'Eosinophils/100 leukocytes in Blood', LOINC_MANUAL_DIFFERENTIAL),
  karyotype: loinc('29770-5', 'Karyotype [Identifier] in Blood or Tissue Nominal', 'LOINC 2.80 (2025)'),
  variant: loinc('69548-6', 'Genetic variant assessment', HL7_GENOMICS),
  geneStudied: loinc('48018-6', 'Gene studied [ID]', HL7_GENOMICS),
  proteinChange: loinc('48005-3', 'Amino acid change (pHGVS)', HL7_GENOMICS),
  alleleFrequency: loinc('81258-6', 'Sample variant allelic frequency [NFr]', HL7_GENOMICS),
  present: loinc('LA9633-4', 'Present', HL7_GENOMICS),
  absent: loinc('LA9634-2', 'Absent', HL7_GENOMICS),
  assessment: own('assessment', 'Assessment of a patient on a day'),
  phase: own('disease-phase', 'Phase of the disease'),
  completeHematologicResponse: own('complete-hematologic-response', 'Complete haematologic response'),
  philadelphia: own('philadelphia-chromosome', 'Philadelphia chromosome or BCR::ABL1 found at diagnosis'),
  transcript: own('bcr-abl1-transcript', 'Type of the BCR::ABL1 transcript'),
  spleen: own('spleen-size', 'Spleen below the costal margin by palpation'),
  metaphases: own('metaphases', 'Cytogenetic analysis of marrow metaphases'),
  metaphasesExamined: own('metaphases-examined', 'Metaphases examined'),
  metaphasesPhPositive: own('metaphases-ph-positive', 'Ph-positive metaphases'),
  abl1Copies: own('abl1-copies', 'Copies of the control gene ABL1'),
  failure: own('imatinib-failure', 'Imatinib failure as reported'),
  notifiedOn: own('notified-on', 'Day on which the failure was notified to the registry'),
  decision: own('therapeutic-decision', 'Decision after imatinib failure'),
} as const satisfies Record<string, Term>;

/** The genes whose variants are held. */
export const geneTerms: Readonly<Record<Gene, Term>> = {
  ABL1: hgnc('HGNC:76', 'ABL1'),
  KIT: hgnc('HGNC:6342', 'KIT'),
  PDGFRA: hgnc('HGNC:8803', 'PDGFRA'),
  PDGFRB: hgnc('HGNC:8804', 'PDGFRB'),
};
