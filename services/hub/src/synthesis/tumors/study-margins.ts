import type { BestResponse } from '@registry-hub/shared/domain';

/** The patients of one disease, and how many of them responded. */
export interface StudyArm {
  /** ICD-O-3 morphology. */
  readonly disease: string;
  readonly patients: number;
  readonly complete?: number;
  readonly partial?: number;
}

/** The patients of one group of diseases. */
export interface StudyGroup {
  readonly arms: readonly StudyArm[];
  /** Of those who did not respond. */
  readonly others: Readonly<Record<Exclude<BestResponse, 'CR' | 'PR'>, number>>;
  /** mg of imatinib a day. */
  readonly dose: number;
}

const alone = (...diseases: readonly string[]): readonly StudyArm[] => diseases.map((disease) => ({ disease, patients: 1 }));
const each = (patients: number, ...diseases: readonly string[]): readonly StudyArm[] => diseases.map((disease) => ({ disease, patients }));

/**
 * What was published of the phase II study of imatinib in life-threatening malignancies with sensitive kinases (Heinrich et al., Clin
 * Cancer Res 2008;14:2717), and kept here to the number: 186 patients with 40 malignancies, aged 15 or more; 146 solid tumours,
 * 4 complete and 9 partial responses, 800 mg a day; 40 haematological malignancies, 8 and 3, 400 mg a day; 106 tumours screened
 * for activating mutations of KIT and PDGFR, five of KIT found, none of PDGFR, one of them D816T in a patient with systemic
 * mastocytosis who had a partial response.
 *
 * Made up is all that lies between these margins: which 40 diseases, how many patients had each, which of them responded, how
 * stable disease, progression and not evaluable share the rest, and the other four mutations.
 */
export const studyMargins: { readonly solid: StudyGroup; readonly hematologic: StudyGroup } = {
  solid: {
    dose: 800,
    arms: [
      { disease: '8821/1', patients: 20, partial: 3 },
      { disease: '9040/3', patients: 16, partial: 1 },
      { disease: '8832/1', patients: 10, complete: 3, partial: 3 },
      { disease: '9370/3', patients: 12, partial: 1 },
      { disease: '8832/3', patients: 3, complete: 1, partial: 1 },
      ...each(9, '9220/3', '9180/3'),
      ...each(7, '8720/3', '8200/3', '8890/3'),
      ...each(5, '8850/3', '9540/3', '9050/3'),
      ...each(4, '8586/3', '9260/3'),
      ...each(3, '8806/3', '9440/3', '8800/3'),
      ...each(2, '9120/3', '8041/3'),
      ...alone('9140/3', '9061/3', '9252/1', '8744/3', '8746/3', '8810/3', '8815/3', '8900/3', '9252/3', '9252/0'),
    ],
    others: { SD: 46, PD: 73, NE: 14 },
  },
  hematologic: {
    dose: 400,
    arms: [
      { disease: '9964/3', patients: 14, complete: 6, partial: 1 },
      { disease: '9960/3', patients: 7, complete: 2, partial: 1 },
      { disease: '9741/3', patients: 5, partial: 1 },
      ...each(3, '9945/3', '9732/3'),
      ...each(2, '9961/3', '9861/3'),
      ...each(2, '9989/3'),
      ...alone('9742/3', '9950/3'),
    ],
    others: { SD: 12, PD: 11, NE: 6 },
  },
};

/** Tumours screened for activating mutations, those with one included. */
export const SCREENED = 106;

/** The mutations found, each in a patient with this disease; the first responded to imatinib. */
export const foundMutations: readonly { readonly disease: string; readonly variant: string; readonly response?: BestResponse }[] = [
  { disease: '9741/3', variant: 'KIT D816T', response: 'PR' },
  { disease: '9741/3', variant: 'KIT D816V' },
  { disease: '9742/3', variant: 'KIT D816V' },
  { disease: '8720/3', variant: 'KIT L576P' },
  { disease: '9061/3', variant: 'KIT D816H' },
];

/** Between which days the made-up patients of the study were treated and followed. */
export const studyCalendar = {
  firstImatinib: '2001-11-12',
  lastImatinib: '2004-06-30',
  lastContactsFrom: '2006-01-09',
  closedOn: '2006-07-14',
} as const;

/** Completed years at the start of imatinib. */
export const YOUNGEST = 15;
