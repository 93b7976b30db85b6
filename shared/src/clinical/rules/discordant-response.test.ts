import type { Assessment } from '../../domain';
import { hitsOf } from '../../testing/rule-context';
import { discordantResponseRule, hematologicResponseRule } from './discordant-response';

type Changes = { readonly [F in keyof Assessment]?: Assessment[F] | undefined };

describe('HEMATOLOGIC_RESPONSE_CONTRADICTED', () => {
  test.each<[string, Changes, number]>([
    ['counts within the response', { wbc: 9.9, platelets: 449 }, 0],
    ['white cells at the limit', { wbc: 10, platelets: 449 }, 1],
    ['platelets at the limit', { wbc: 9.9, platelets: 450 }, 1],
    ['platelets too many, white cells not documented', { wbc: undefined, platelets: 600 }, 1],
    ['nothing counted', { wbc: undefined, platelets: undefined }, 0],
    ['no response claimed', { completeHematologicResponse: false, wbc: 30 }, 0],
    ['response not documented', { completeHematologicResponse: undefined, wbc: 30 }, 0],
  ])('%s', (_, assessment, count) => {
    expect(hitsOf(hematologicResponseRule, { assessments: [assessment] })).toHaveLength(count);
  });
});

describe('DISCORDANT_RESPONSE', () => {
  test.each<[string, Changes, number]>([
    ['no Ph+ metaphase, 10 % IS', { metaphasesPhPositive: 0, bcrAbl1IsPct: 10 }, 0],
    ['no Ph+ metaphase, 10.1 % IS', { metaphasesPhPositive: 0, bcrAbl1IsPct: 10.1 }, 1],
    ['no Ph+ metaphase of too few, 50 % IS', { metaphasesExamined: 19, metaphasesPhPositive: 0, bcrAbl1IsPct: 50 }, 0],
    ['one Ph+ metaphase, 0.11 % IS', { metaphasesPhPositive: 1, bcrAbl1IsPct: 0.11 }, 0],
    ['one Ph+ metaphase, 0.1 % IS', { metaphasesPhPositive: 1, bcrAbl1IsPct: 0.1 }, 1],
    ['no Ph+ metaphase, 0.1 % IS', { metaphasesPhPositive: 0, bcrAbl1IsPct: 0.1 }, 0],
    ['one of the two missing', { metaphasesPhPositive: undefined, bcrAbl1IsPct: 0.1 }, 0],
  ])('%s', (_, assessment, count) => {
    expect(hitsOf(discordantResponseRule, { assessments: [assessment] })).toHaveLength(count);
  });
});
