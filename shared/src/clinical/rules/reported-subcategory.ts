import { type CaseRule, defineCaseRule } from './case-rule';
import { recordReference } from './record-reference';

export const reportedDiffersFromDerivedRule: CaseRule = defineCaseRule({
  id: 'REPORTED_DIFFERS_FROM_DERIVED',
  severity: 'SOFT',
  fields: ['failure.reportedSubcategory'],
  reason: 'The reported subcategory is what published tables count; the documented evidence should lead to the same one.',
  discrepancies: ({ failure }, { derived }) => {
    const { derivedSubcategory } = derived;
    if (!failure || derivedSubcategory === undefined || derivedSubcategory === failure.reportedSubcategory) return [];
    const message = `reported_subcategory is ${failure.reportedSubcategory}, but the documented evidence says ${derivedSubcategory}; correct whichever is wrong.`;
    return [{ at: recordReference('failure', failure, 'reportedSubcategory'), message }];
  },
});
