import { caseFacts } from '../../testing';
import { bestResponseOf } from './best-response';
import { deriveCase } from './derive-case';

const line = (bestResponse?: 'CR' | 'PR' | 'SD' | 'PD' | 'NE') => caseFacts({ treatments: [{ bestResponse }] }).treatments;

describe('the best response over all lines', () => {
  it.each([
    [['PD', 'CR', 'SD'], 'CR'],
    [['NE', 'PD'], 'PD'],
    [['NE'], 'NE'],
    [[undefined, 'PR'], 'PR'],
    [[undefined], undefined],
    [[], undefined],
  ] as const)('of %j is %s', (responses, best) => {
    expect(bestResponseOf(responses.flatMap((response) => line(response)))).toBe(best);
  });
});

describe('what an analysis found', () => {
  const responsesWith = (variant: string | undefined) =>
    deriveCase(caseFacts({ mutations: variant === undefined ? [] : [{ variant, sampledOn: '2002-07-20' }] }));

  it.each(['NONE', 'KIT NONE', 'KIT D816V'])('is no mutation of BCR::ABL1 for the criteria of CML: %s', (variant) => {
    const { milestoneResponses, derivedSubcategory } = responsesWith(variant);
    const without = responsesWith(undefined);
    expect({ milestoneResponses, derivedSubcategory }).toEqual({
      milestoneResponses: without.milestoneResponses,
      derivedSubcategory: without.derivedSubcategory,
    });
    expect(responsesWith('T315I').milestoneResponses).not.toEqual(without.milestoneResponses);
  });

  it('is in the derived case by its name', () => {
    expect(responsesWith('KIT NONE').mutations).toEqual(['KIT NONE']);
  });
});
