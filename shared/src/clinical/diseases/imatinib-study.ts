import { cite } from './disease-entry';

/**
 * The phase II study of imatinib in life-threatening malignancies with sensitive tyrosine kinases: 186 patients with 40 diseases.
 * Notable activity in aggressive fibromatosis, dermatofibrosarcoma protuberans, hypereosinophilic syndrome, myeloproliferative
 * disorders and systemic mastocytosis.
 */
export const imatinibStudyOf2008 = cite('Heinrich', 'Clin Cancer Res', 2008, '14:2717');
