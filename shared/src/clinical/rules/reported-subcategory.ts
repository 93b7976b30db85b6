import type { CaseFacts, FailureSubcategory, RecordReference } from '../../domain';
import { type DerivedFailure, deriveFailureSubcategory } from '../failure/derive-failure-subcategory';
import { failureWindow } from '../failure/failure-window';
import { recordReference } from '../record-reference';
import { type CaseRule, defineCaseRule } from './case-rule';

/** The sentences of the criteria that made the subcategory, and the records that speak against the report. */
function becauseOf({ evidence, contributing }: DerivedFailure): string {
  const criteria = contributing.filter((criterion) => criterion.evidence.some((record) => evidence.includes(record)));
  return [...criteria.map(({ message }) => message), `Shown by: ${evidence.map(recordName).join(', ')}.`].join(' ');
}

/** `assessment 2002-07-15`: its kind, and its key beyond the patient. */
function recordName({ kind, key }: RecordReference): string {
  return [kind, ...key.slice(1)].join(' ');
}

export const reportedDiffersFromDerivedRule: CaseRule = defineCaseRule({
  id: 'REPORTED_DIFFERS_FROM_DERIVED',
  ofLeukemia: true,
  severity: 'SOFT',
  fields: ['failure.reportedSubcategory'],
  reason: 'The reported subcategory is what published tables count; the documented evidence should lead to the same one.',
  discrepancies: (facts, { derived: { derivedSubcategory } }) => {
    const { failure } = facts;
    if (!failure || derivedSubcategory === failure.reportedSubcategory) return [];
    const finding = derivedSubcategory === undefined ? unsupported(facts) : contradicted(facts, derivedSubcategory);
    if (finding === undefined) return [];
    const message = `reported_subcategory is ${failure.reportedSubcategory}, but ${finding}`;
    return [{ at: recordReference('failure', failure, 'reportedSubcategory'), message }];
  },
});

function contradicted(facts: CaseFacts, derivedSubcategory: FailureSubcategory): string {
  const derived = deriveFailureSubcategory(facts);
  const because = derived ? ` ${becauseOf(derived)}` : '';
  return `the evidence says ${derivedSubcategory}; correct whichever is wrong.${because}`;
}

/** Where nothing was examined nothing speaks against the report; where something was, it should show a failure. */
function unsupported(facts: CaseFacts): string | undefined {
  const examined = failureWindow(facts)?.assessments ?? [];
  if (examined.length === 0) return undefined;
  return `none of the ${examined.length} assessments until then shows a failure; add the evidence, or correct the report.`;
}
