import { type DerivedFailure, deriveFailureSubcategory } from '../failure/derive-failure-subcategory';
import { recordReference } from '../record-reference';
import { type CaseRule, defineCaseRule } from './case-rule';

/** The sentences of the criteria that made the subcategory. */
const becauseOf = ({ evidence, contributing }: DerivedFailure): string =>
  contributing
    .filter((criterion) => criterion.evidence.some((record) => evidence.includes(record)))
    .map(({ message }) => message)
    .join(' ');

export const reportedDiffersFromDerivedRule: CaseRule = defineCaseRule({
  id: 'REPORTED_DIFFERS_FROM_DERIVED',
  severity: 'SOFT',
  fields: ['failure.reportedSubcategory'],
  reason: 'The reported subcategory is what published tables count; the documented evidence should lead to the same one.',
  discrepancies: (facts, { derived: { derivedSubcategory } }) => {
    const { failure } = facts;
    if (!failure || derivedSubcategory === undefined || derivedSubcategory === failure.reportedSubcategory) return [];
    const derived = deriveFailureSubcategory(facts);
    const because = derived ? ` ${becauseOf(derived)}` : '';
    const message = `reported_subcategory is ${failure.reportedSubcategory}, but the evidence says ${derivedSubcategory}; correct whichever is wrong.${because}`;
    return [{ at: recordReference('failure', failure, 'reportedSubcategory'), message }];
  },
});
