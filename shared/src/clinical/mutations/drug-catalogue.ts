import type { CalendarDate, CalendarMonth, Drug } from '../../domain';

export const drugClasses = ['TYROSINE_KINASE_INHIBITOR', 'INTERFERON', 'CYTOREDUCTION', 'CHEMOTHERAPY', 'TRANSPLANT', 'OTHER'] as const;
export type DrugClass = (typeof drugClasses)[number];

/** A treatment of the vocabulary as reference data. Dates are given for the tyrosine kinase inhibitors only. */
export interface DrugReference {
  readonly drug: Drug;
  readonly name: string;
  /** WHO Collaborating Centre for Drug Statistics Methodology; absent for what is no single drug. */
  readonly atc?: string;
  /** The code until 2020, for older data. */
  readonly formerAtc?: string;
  readonly drugClass: DrugClass;
  /** The month in which the first patient of the first trial was treated: no treatment can be earlier. */
  readonly firstInHuman?: CalendarMonth;
  /** Marketing authorisation in the European Union: earlier treatment was in a study or by expanded access. */
  readonly availableInEuropeOn?: CalendarDate;
}

/** Dates: European public assessment reports (EMA) and the reports of the first trials. */
export const drugCatalogue: readonly DrugReference[] = [
  {
    drug: 'IMATINIB',
    name: 'Imatinib',
    atc: 'L01EA01',
    formerAtc: 'L01XE01',
    drugClass: 'TYROSINE_KINASE_INHIBITOR',
    firstInHuman: '1998-06',
    availableInEuropeOn: '2001-11-07',
  },
  {
    drug: 'DASATINIB',
    name: 'Dasatinib',
    atc: 'L01EA02',
    drugClass: 'TYROSINE_KINASE_INHIBITOR',
    firstInHuman: '2003-11',
    availableInEuropeOn: '2006-11-20',
  },
  {
    drug: 'NILOTINIB',
    name: 'Nilotinib',
    atc: 'L01EA03',
    drugClass: 'TYROSINE_KINASE_INHIBITOR',
    firstInHuman: '2004-05',
    availableInEuropeOn: '2007-11-19',
  },
  {
    drug: 'BOSUTINIB',
    name: 'Bosutinib',
    atc: 'L01EA04',
    drugClass: 'TYROSINE_KINASE_INHIBITOR',
    firstInHuman: '2006-01',
    availableInEuropeOn: '2013-03-27',
  },
  {
    drug: 'PONATINIB',
    name: 'Ponatinib',
    atc: 'L01EA05',
    drugClass: 'TYROSINE_KINASE_INHIBITOR',
    firstInHuman: '2008-06',
    availableInEuropeOn: '2013-07-01',
  },
  {
    drug: 'ASCIMINIB',
    name: 'Asciminib',
    atc: 'L01EA06',
    drugClass: 'TYROSINE_KINASE_INHIBITOR',
    firstInHuman: '2014-05',
    availableInEuropeOn: '2022-08-25',
  },
  { drug: 'INTERFERON_ALFA', name: 'Interferon alfa', atc: 'L03AB', drugClass: 'INTERFERON' },
  { drug: 'HYDROXYCARBAMIDE', name: 'Hydroxycarbamide', atc: 'L01XX05', drugClass: 'CYTOREDUCTION' },
  { drug: 'CYTARABINE', name: 'Cytarabine', atc: 'L01BC01', drugClass: 'CHEMOTHERAPY' },
  { drug: 'BUSULFAN', name: 'Busulfan', atc: 'L01AB01', drugClass: 'CHEMOTHERAPY' },
  { drug: 'ANAGRELIDE', name: 'Anagrelide', atc: 'L01XX35', drugClass: 'CYTOREDUCTION' },
  { drug: 'ALLOGENEIC_TRANSPLANT', name: 'Allogeneic stem cell transplantation', drugClass: 'TRANSPLANT' },
  { drug: 'OTHER', name: 'Other treatment', drugClass: 'OTHER' },
];
