import { ADULT_AGE } from '../derivation/eligibility';
import { recordReference } from '../record-reference';
import { type CaseRule, defineCaseRule } from './case-rule';

export const paediatricDiagnosisRule: CaseRule = defineCaseRule({
  id: 'PAEDIATRIC_DIAGNOSIS',
  ofLeukemia: true,
  severity: 'SOFT',
  fields: ['patient.birthMonth', 'diagnosis.diagnosedOn'],
  reason: 'Eligibility looks at the age at imatinib start alone, so a child at diagnosis can be right; it can also be a wrong date.',
  discrepancies: ({ patient, diagnosis }, { derived }) => {
    const age = derived.ageAtDiagnosis;
    if (!diagnosis || age === undefined || age >= ADULT_AGE) return [];
    const message = `The age at diagnosis is ${age}, from birth_month ${patient.birthMonth} and diagnosed_on ${diagnosis.diagnosedOn}; confirm both dates.`;
    return [{ at: recordReference('diagnosis', diagnosis, 'diagnosedOn'), message }];
  },
});
