import type { CaseChanges } from '../../testing/case-facts';
import { hitsOf } from '../../testing/rule-context';
import { deepResponseCopiesRule, measurableTranscriptRule } from './molecular-response';

describe('TOO_FEW_ABL1_COPIES', () => {
  test.each<[number | undefined, number | undefined, number]>([
    [0.011, 100, 0],
    [0.01, 9999, 1],
    [0.01, 10_000, 0],
    [0.0033, 10_000, 0],
    [0.0032, 10_000, 1],
    [0.0032, 31_999, 1],
    [0.0032, 32_000, 0],
    [0.001, 32_000, 0],
    [0, 9999, 1],
    [0, 10_000, 0],
    [0.001, undefined, 0],
    [undefined, 100, 0],
  ])('%s %% IS with %s copies', (bcrAbl1IsPct, abl1Copies, count) => {
    expect(hitsOf(deepResponseCopiesRule, { assessments: [{ bcrAbl1IsPct, abl1Copies }] })).toHaveLength(count);
  });

  test('the sentence says what the level needs', () => {
    const [hit] = hitsOf(deepResponseCopiesRule, { assessments: [{ bcrAbl1IsPct: 0.002, abl1Copies: 15_000 }] });
    expect(hit?.message).toBe('abl1_copies is 15000 with bcr_abl1_is_pct 0.002; MR4.5 needs 32000 copies or more.');
  });
});

describe('IS_VALUE_OF_ATYPICAL_TRANSCRIPT', () => {
  test.each<[string, CaseChanges, number]>([
    ['e14a2', {}, 0],
    ['b2a2, the earlier name of e13a2', { diagnosis: { transcript: 'b2a2' } }, 0],
    ['e13a2+e14a2', { diagnosis: { transcript: 'e13a2+e14a2' } }, 0],
    ['E13A2 in capitals', { diagnosis: { transcript: 'E13A2' } }, 0],
    ['e1a2', { diagnosis: { transcript: 'e1a2' } }, 1],
    ['e19a2', { diagnosis: { transcript: 'e19a2' } }, 1],
    ['e1a2 without a measurement', { diagnosis: { transcript: 'e1a2' }, assessments: [{ bcrAbl1IsPct: undefined }] }, 0],
    ['no transcript documented', { diagnosis: { transcript: undefined } }, 0],
  ])('%s', (_, changes, count) => {
    expect(hitsOf(measurableTranscriptRule, changes)).toHaveLength(count);
  });
});
