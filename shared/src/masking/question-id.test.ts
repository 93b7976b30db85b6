import { newQuestionId, questionTime } from './question-id';

describe('ids of questions', () => {
  it('say when they were made, and are never the same', () => {
    const now = new Date('2026-11-21T12:00:00.123Z');
    const [one, other] = [newQuestionId(now), newQuestionId(now)];
    expect(questionTime(one)).toEqual(now);
    expect(questionTime(other)).toEqual(now);
    expect(one).not.toBe(other);
  });

  it('are as RFC 9562 A.6 has them', () => {
    expect(questionTime('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')).toEqual(new Date('2022-02-22T19:22:22.000Z'));
  });

  it.each(['', 'x', '919108f7-52d1-4320-9bac-f847db4148a8', '017F22E2-79B0-7CC3-98C4-DC0C0C07398F'])('are not %j', (text) => {
    expect(questionTime(text)).toBeUndefined();
  });
});
