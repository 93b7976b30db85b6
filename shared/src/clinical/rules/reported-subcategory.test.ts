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
      /^reported_subcategory is NO_CYTOGENETIC_RESPONSE, but the evidence says NO_MAJOR_CYTOGENETIC_RESPONSE; correct whichever is wrong\. .+$/,
    );
  });

  test('evidence that says nothing contradicts nothing', () => {
    const { derivedSubcategory: _, ...derived } = deriveCase(caseFacts());
    const changes = { failure: { reportedSubcategory: 'TOXICITY' } } as const;
    expect(hitsOf(reportedDiffersFromDerivedRule, changes, { derived })).toEqual([]);
    expect(hitsOf(reportedDiffersFromDerivedRule, { failure: undefined })).toEqual([]);
  });
});
