import { recordReference } from '../record-reference';
import { type CaseRule, defineCaseRule } from './case-rule';

export const ineligibleCaseRule: CaseRule = defineCaseRule({
  id: 'INELIGIBLE_CASE',
  severity: 'HARD',
  refuses: false,
  fields: [
    'failure.failedOn',
    'patient.birthMonth',
    'diagnosis.disease',
    'diagnosis.phPositive',
    'diagnosis.transcript',
    'diagnosis.phase',
    'treatment.drug',
    'treatment.startedOn',
    'assessment.phase',
  ],
  reason: 'A notified case that is not eligible is stored, counted in no figure of the registry, and has to be settled with the centre.',
  discrepancies: ({ failure }, { derived }) => {
    if (!failure || derived.eligible) return [];
    const reasons = derived.ineligibleBecause.map(({ message }) => message).join(' ');
    return [{ at: recordReference('failure', failure), message: `A failure is notified, but the case is not eligible. ${reasons}` }];
  },
});
