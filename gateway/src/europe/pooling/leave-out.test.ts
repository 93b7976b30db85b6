import type { LostCountry } from './ask-country';
import { leaveOut } from './leave-out';

const refused = (code: string, refusal: string, ...countries: readonly string[]): LostCountry => ({
  code,
  reason: 'ERROR',
  message: `refused: ${refusal}`,
  refusal: { code: refusal, message: refusal, countries: [...countries] },
});

describe('who is left out of the next round', () => {
  it.each<[string, readonly LostCountry[], readonly string[]]>([
    ['one that does not answer', [{ code: 'DE', reason: 'TIMEOUT', message: 'late' }], ['DE']],
    ['one that refuses for a reason of its own', [refused('DE', 'QUESTION_ID')], ['DE']],
    ['one whose key all others refuse', ['AT', 'DE', 'FR'].map((code) => refused(code, 'CHANGED_KEY', 'IL')), ['IL']],
    ['one that refuses the keys of all others', [refused('DE', 'UNKNOWN_KEY', 'AT', 'FR', 'IL')], ['DE']],
    ['of two, the one whose key is refused', [refused('DE', 'UNKNOWN_KEY', 'PL')], ['PL']],
    ['one of each two', [refused('AT', 'UNKNOWN_KEY', 'PL'), refused('DE', 'CHANGED_KEY', 'FR')], ['PL', 'FR']],
    [
      'nobody for the key of one that does not answer anyway',
      [refused('AT', 'UNKNOWN_KEY', 'PL'), { code: 'PL', reason: 'UNREACHABLE', message: 'gone' }],
      ['PL'],
    ],
    ['nobody when data changed', [refused('DE', 'DATA_CHANGED')], []],
  ])('%s', (_what, lost, expected) => {
    const left = leaveOut(lost, true);
    expect(left.map(({ code }) => code).toSorted()).toEqual(expected.toSorted());
    expect(left.every(({ message }) => message.length > 0)).toBe(true);
  });

  it('is one whose data change again and again', () => {
    expect(leaveOut([refused('DE', 'DATA_CHANGED')], false)).toEqual([{ code: 'DE', reason: 'ERROR', message: 'refused: DATA_CHANGED' }]);
  });

  it('says whose keys are the reason', () => {
    expect(leaveOut([refused('AT', 'CHANGED_KEY', 'IL'), refused('DE', 'CHANGED_KEY', 'IL')], true)).toEqual([
      { code: 'IL', reason: 'ERROR', message: 'Its masking key is not confirmed by AT, DE.' },
    ]);
    expect(leaveOut([refused('DE', 'UNKNOWN_KEY', 'AT', 'FR')], true)).toEqual([
      { code: 'DE', reason: 'ERROR', message: 'It does not know the masking keys of AT, FR.' },
    ]);
  });
});
