import { caseFacts } from '../../testing/case-facts';
import { hitsOf } from '../../testing/rule-context';
import { deriveCase } from '../derivation/derive-case';
import { reportedDiffersFromDerivedRule } from './reported-subcategory';

describe('REPORTED_DIFFERS_FROM_DERIVED', () => {
  test('the same', () => {
    expect(hitsOf(reportedDiffersFromDerivedRule)).toEqual([]);
  });

  test('another one, with the evidence that speaks against the report', () => {
    const [hit, ...others] = hitsOf(reportedDiffersFromDerivedRule, { failure: { reportedSubcategory: 'NO_CYTOGENETIC_RESPONSE' } });
    expect(others).toEqual([]);
    expect(hit?.at).toBe('failure.reportedSubcategory');
    expect(hit?.message).toMatch(
      /^reported_subcategory is NO_CYTOGENETIC_RESPONSE, but the evidence says NO_MAJOR_CYTOGENETIC_RESPONSE; correct whichever is wrong\. .+ Shown by: assessment 2003-01-20\.$/,
    );
  });

  test('assessments of which none shows a failure', () => {
    const { derivedSubcategory: _, ...derived } = deriveCase(caseFacts());
    const [hit] = hitsOf(reportedDiffersFromDerivedRule, { failure: { reportedSubcategory: 'TOXICITY' } }, { derived });
    expect(hit?.message).toMatch(/^reported_subcategory is TOXICITY, but none of the \d+ assessments until then shows a failure/);
  });

  test('nothing examined contradicts nothing, and without a failure there is nothing to contradict', () => {
    expect(hitsOf(reportedDiffersFromDerivedRule, { assessments: [] })).toEqual([]);
    expect(hitsOf(reportedDiffersFromDerivedRule, { failure: undefined })).toEqual([]);
  });
});
