import { cite, type DiseaseFamily, type ImatinibTarget, type KinaseDriver } from './disease-entry';
import { imatinibStudyOf2008 } from './imatinib-study';

const kitOrPdgfra: KinaseDriver = {
  kinases: ['KIT', 'PDGFRA'],
  mechanism: 'mutations of KIT or PDGFRA',
  sources: [
    cite('Hirota', 'Science', 1998, '279:577'),
    cite('Demetri', 'N Engl J Med', 2002, '347:472'),
    cite('Heinrich', 'Science', 2003, '299:708'),
  ],
};
const pdgfbFusion: KinaseDriver = {
  kinases: ['PDGFRB'],
  mechanism: 'COL1A1::PDGFB, whose product activates the receptor',
  sources: [cite('Rubin', 'J Clin Oncol', 2002, '20:3586'), cite('McArthur', 'J Clin Oncol', 2005, '23:866'), imatinibStudyOf2008],
};
const desmoid: KinaseDriver = {
  kinases: ['PDGFRB'],
  mechanism: 'PDGFRB is active, not mutated',
  sources: [cite('Heinrich', 'J Clin Oncol', 2006, '24:1195'), imatinibStudyOf2008],
};
const csf1Fusion: KinaseDriver = {
  kinases: ['CSF1R'],
  mechanism: 'COL6A3::CSF1, whose product activates the receptor',
  sources: [cite('West', 'Proc Natl Acad Sci USA', 2006, '103:690'), cite('Cassier', 'Cancer', 2012, '118:1649')],
};
const chordoma: KinaseDriver = {
  kinases: ['PDGFRB'],
  mechanism: 'PDGFRB is active, not mutated',
  sources: [cite('Casali', 'Cancer', 2004, '101:2086')],
};
const kaposi: KinaseDriver = {
  kinases: ['KIT', 'PDGFRB'],
  mechanism: 'both are active, not mutated',
  sources: [cite('Koon', 'J Clin Oncol', 2005, '23:982')],
};
const kitMutations = (source: KinaseDriver['sources'][number]): KinaseDriver => ({
  kinases: ['KIT'],
  mechanism: 'mutations of KIT in some',
  sources: [source],
});
const kitOfMelanoma = kitMutations(cite('Curtin', 'J Clin Oncol', 2006, '24:4340'));
const expressed = (kinase: ImatinibTarget, source: KinaseDriver['sources'][number]): KinaseDriver => ({
  kinases: [kinase],
  mechanism: `${kinase} is expressed, mostly not mutated`,
  sources: [source],
});

/** Solid tumours by families of the WHO classification (soft tissue and bone, 2013 and 2020); ICD-O-3 codes 8000 to 9582. */
export const solidFamilies: readonly DiseaseFamily[] = [
  {
    family: 'Gastrointestinal stromal tumours',
    group: 'SOLID',
    diseases: [['8936/3', 'Gastrointestinal stromal tumour', kitOrPdgfra]],
  },
  {
    family: 'Fibroblastic and myofibroblastic tumours',
    group: 'SOLID',
    diseases: [
      ['8810/3', 'Fibrosarcoma, NOS'],
      ['8815/3', 'Solitary fibrous tumour, malignant'],
      ['8821/1', 'Desmoid-type fibromatosis; aggressive fibromatosis', desmoid],
      ['8832/1', 'Dermatofibrosarcoma protuberans, NOS', pdgfbFusion],
      ['8832/3', 'Dermatofibrosarcoma protuberans, fibrosarcomatous', pdgfbFusion],
    ],
  },
  {
    family: 'So-called fibrohistiocytic tumours',
    group: 'SOLID',
    diseases: [
      ['9252/0', 'Tenosynovial giant cell tumour, NOS', csf1Fusion],
      ['9252/1', 'Tenosynovial giant cell tumour, diffuse type', csf1Fusion],
      ['9252/3', 'Malignant tenosynovial giant cell tumour', csf1Fusion],
    ],
  },
  {
    family: 'Other tumours of soft tissue',
    group: 'SOLID',
    diseases: [
      ['8800/3', 'Sarcoma, NOS'],
      ['8806/3', 'Desmoplastic small round cell tumour'],
      ['8850/3', 'Liposarcoma, NOS'],
      ['8890/3', 'Leiomyosarcoma, NOS'],
      ['8900/3', 'Rhabdomyosarcoma, NOS'],
      ['9040/3', 'Synovial sarcoma, NOS'],
      ['9120/3', 'Angiosarcoma'],
      ['9140/3', 'Kaposi sarcoma', kaposi],
      ['9540/3', 'Malignant peripheral nerve sheath tumour'],
    ],
  },
  {
    family: 'Tumours of bone',
    group: 'SOLID',
    diseases: [
      ['9180/3', 'Osteosarcoma, NOS'],
      ['9220/3', 'Chondrosarcoma, NOS'],
      ['9260/3', 'Ewing sarcoma'],
      ['9370/3', 'Chordoma, NOS', chordoma],
    ],
  },
  {
    family: 'Melanoma',
    group: 'SOLID',
    diseases: [
      ['8720/3', 'Melanoma, NOS', kitOfMelanoma],
      ['8744/3', 'Acral melanoma', kitOfMelanoma],
      ['8746/3', 'Mucosal lentiginous melanoma', kitOfMelanoma],
    ],
  },
  {
    family: 'Carcinomas and other solid tumours',
    group: 'SOLID',
    diseases: [
      ['8041/3', 'Small cell carcinoma, NOS'],
      ['8200/3', 'Adenoid cystic carcinoma', expressed('KIT', cite('Hotte', 'J Clin Oncol', 2005, '23:585'))],
      ['8586/3', 'Thymic carcinoma, NOS', kitMutations(cite('Ströbel', 'N Engl J Med', 2004, '350:2625'))],
      ['9050/3', 'Mesothelioma, malignant'],
      ['9061/3', 'Seminoma, NOS'],
      ['9440/3', 'Glioblastoma, NOS'],
    ],
  },
];
