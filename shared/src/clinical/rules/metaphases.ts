import { evaluableMetaphases } from '../criteria/cytogenetic-response';
import { recordReference } from '../record-reference';
import { type CaseRule, defineCaseRule } from './case-rule';

export const phPositiveWithinExaminedRule: CaseRule = defineCaseRule({
  id: 'PH_POSITIVE_EXCEEDS_EXAMINED',
  severity: 'HARD',
  fields: ['assessment.metaphasesExamined', 'assessment.metaphasesPhPositive'],
  reason: 'The Ph+ metaphases are some of those examined.',
  discrepancies: ({ assessments }) =>
    assessments.flatMap((assessment) => {
      const { metaphasesExamined: examined, metaphasesPhPositive: positive } = assessment;
      if (examined === undefined || positive === undefined || positive <= examined) return [];
      const message = `metaphases_ph_positive ${positive} is more than metaphases_examined ${examined}; it is that number or less.`;
      return [{ at: recordReference('assessment', assessment, 'metaphasesPhPositive'), message }];
    }),
});

export const enoughMetaphasesRule: CaseRule = defineCaseRule({
  id: 'TOO_FEW_METAPHASES',
  ofLeukemia: true,
  severity: 'SOFT',
  fields: ['assessment.metaphasesExamined'],
  reason: 'A cytogenetic response needs at least 20 metaphases to be evaluable (Baccarani, Blood 2006;108:1809).',
  discrepancies: ({ assessments }) =>
    assessments.flatMap((assessment) => {
      const { metaphasesExamined: examined } = assessment;
      if (examined === undefined || examined >= evaluableMetaphases) return [];
      const message = `metaphases_examined is ${examined}; with fewer than ${evaluableMetaphases} the cytogenetic response is not evaluable.`;
      return [{ at: recordReference('assessment', assessment, 'metaphasesExamined'), message }];
    }),
});
