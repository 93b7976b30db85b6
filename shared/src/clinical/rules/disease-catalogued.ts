import { diseaseEntry } from '../diseases';
import { recordReference } from '../record-reference';
import { type CaseRule, defineCaseRule } from './case-rule';

/** Only information: a rare disease is none the less one. */
export const diseaseCataloguedRule: CaseRule = defineCaseRule({
  id: 'DISEASE_NOT_CATALOGUED',
  severity: 'INFORMATION',
  fields: ['diagnosis.disease'],
  reason: 'A morphology outside the catalogue is counted as OTHER in every figure; it may be a slip of one of its digits.',
  discrepancies: ({ diagnosis }) => {
    if (!diagnosis || diseaseEntry(diagnosis.disease)) return [];
    const message = `disease is ${diagnosis.disease}, which the catalogue of diseases does not list and figures count as OTHER; confirm the ICD-O-3 morphology.`;
    return [{ at: recordReference('diagnosis', diagnosis, 'disease'), message }];
  },
});
