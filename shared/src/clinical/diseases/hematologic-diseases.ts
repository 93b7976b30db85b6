import { cite, type DiseaseFamily, type ImatinibTarget, type KinaseDriver } from './disease-entry';
import { imatinibStudyOf2008 } from './imatinib-study';

const bcrAbl1: KinaseDriver = {
  kinases: ['ABL1'],
  mechanism: 'BCR::ABL1',
  sources: [cite('Druker', 'N Engl J Med', 2001, '344:1031'), cite('Druker', 'N Engl J Med', 2001, '344:1038')],
};
const fip1l1Pdgfra: KinaseDriver = {
  kinases: ['PDGFRA'],
  mechanism: 'FIP1L1::PDGFRA and other fusions',
  sources: [cite('Cools', 'N Engl J Med', 2003, '348:1201')],
};
const pdgfrbFusion: KinaseDriver = {
  kinases: ['PDGFRB'],
  mechanism: 'ETV6::PDGFRB and other fusions',
  sources: [cite('Apperley', 'N Engl J Med', 2002, '347:481')],
};
const kitOfMastCells: KinaseDriver = {
  kinases: ['KIT'],
  mechanism: 'mutations of KIT, mostly D816V, which is resistant to imatinib',
  sources: [cite('Nagata', 'Proc Natl Acad Sci USA', 1995, '92:10560'), imatinibStudyOf2008],
};

/** Diseases that responded to imatinib in the phase II study without an established driver of their own. */
const responded = (...kinases: readonly ImatinibTarget[]): KinaseDriver => ({
  kinases,
  mechanism: 'responses to imatinib in some patients; fusions of the kinases are diseases of their own',
  sources: [imatinibStudyOf2008],
});

/** Diseases of blood and marrow by families of the WHO classification (2008, 2017); ICD-O-3 codes 9590 to 9993. */
export const hematologicFamilies: readonly DiseaseFamily[] = [
  {
    family: 'Chronic myeloid leukaemia',
    group: 'HEMATOLOGIC',
    diseases: [
      ['9875/3', 'Chronic myeloid leukaemia, BCR::ABL1-positive', bcrAbl1],
      ['9863/3', 'Chronic myeloid leukaemia, NOS', bcrAbl1],
    ],
  },
  {
    family: 'Other myeloproliferative neoplasms',
    group: 'HEMATOLOGIC',
    diseases: [
      ['9950/3', 'Polycythaemia vera'],
      ['9960/3', 'Myeloproliferative neoplasm, NOS', responded('PDGFRA', 'PDGFRB')],
      ['9961/3', 'Primary myelofibrosis'],
      ['9962/3', 'Essential thrombocythaemia'],
      ['9963/3', 'Chronic neutrophilic leukaemia'],
      ['9964/3', 'Chronic eosinophilic leukaemia, NOS; hypereosinophilic syndrome', responded('PDGFRA', 'PDGFRB')],
    ],
  },
  {
    family: 'Mastocytosis',
    group: 'HEMATOLOGIC',
    diseases: [
      ['9740/3', 'Mast cell sarcoma', kitOfMastCells],
      ['9741/1', 'Indolent systemic mastocytosis', kitOfMastCells],
      ['9741/3', 'Systemic mastocytosis, aggressive or with an associated haematological neoplasm', kitOfMastCells],
      ['9742/3', 'Mast cell leukaemia', kitOfMastCells],
    ],
  },
  {
    family: 'Myeloid and lymphoid neoplasms with eosinophilia and a fused tyrosine kinase',
    group: 'HEMATOLOGIC',
    diseases: [
      ['9965/3', 'Myeloid and lymphoid neoplasm with PDGFRA rearrangement', fip1l1Pdgfra],
      ['9966/3', 'Myeloid neoplasm with PDGFRB rearrangement', pdgfrbFusion],
      ['9967/3', 'Myeloid and lymphoid neoplasm with FGFR1 abnormalities'],
    ],
  },
  {
    family: 'Myelodysplastic/myeloproliferative neoplasms',
    group: 'HEMATOLOGIC',
    diseases: [
      ['9876/3', 'Atypical chronic myeloid leukaemia, BCR::ABL1-negative'],
      ['9945/3', 'Chronic myelomonocytic leukaemia, NOS'],
      ['9946/3', 'Juvenile myelomonocytic leukaemia'],
      ['9975/3', 'Myelodysplastic/myeloproliferative neoplasm, unclassifiable'],
    ],
  },
  {
    family: 'Acute leukaemia, myelodysplastic syndromes and plasma cell neoplasms',
    group: 'HEMATOLOGIC',
    diseases: [
      ['9732/3', 'Plasma cell myeloma'],
      ['9812/3', 'B lymphoblastic leukaemia/lymphoma with t(9;22); BCR::ABL1', bcrAbl1],
      ['9861/3', 'Acute myeloid leukaemia, NOS'],
      ['9989/3', 'Myelodysplastic syndrome, NOS'],
    ],
  },
];
