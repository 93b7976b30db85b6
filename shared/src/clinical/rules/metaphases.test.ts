import type { Assessment } from '../../domain';
import { hitsOf } from '../../testing/rule-context';
import { enoughMetaphasesRule, phPositiveWithinExaminedRule } from './metaphases';

const examined = (metaphasesExamined: number | undefined, metaphasesPhPositive: number | undefined) => ({
  assessments: [{ metaphasesExamined, metaphasesPhPositive }],
});

describe.each<[Assessment['metaphasesExamined'], Assessment['metaphasesPhPositive'], number, number]>([
  [20, 20, 0, 0],
  [20, 21, 1, 0],
  [19, 19, 0, 1],
  [19, 20, 1, 1],
  [undefined, 20, 0, 0],
  [20, undefined, 0, 0],
  [5, undefined, 0, 1],
])('%s metaphases examined, %s Ph+', (all, positive, exceeding, tooFew) => {
  test('PH_POSITIVE_EXCEEDS_EXAMINED', () => {
    expect(hitsOf(phPositiveWithinExaminedRule, examined(all, positive))).toHaveLength(exceeding);
  });
  test('TOO_FEW_METAPHASES', () => {
    expect(hitsOf(enoughMetaphasesRule, examined(all, positive))).toHaveLength(tooFew);
  });
});
