import { AnswerCache } from './answer-cache';

describe('a cache of answers', () => {
  it('works an answer out once', () => {
    const cache = new AnswerCache();
    const work = jest.fn(() => 'answer');
    expect([cache.answer('question', work), cache.answer('question', work)]).toEqual(['answer', 'answer']);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('drops what has not been asked for longest when there is too much', () => {
    const cache = new AnswerCache();
    const long = 'x'.repeat(3_000_000);
    const work = jest.fn(() => long);
    for (const question of ['a', 'b', 'a', 'c', 'a', 'b']) cache.answer(question, work);
    // b made room for c, and was worked out again
    expect(work).toHaveBeenCalledTimes(4);
  });

  it('gives an answer that is too long to be kept', () => {
    expect(new AnswerCache().answer('question', () => 'x'.repeat(9_000_000))).toHaveLength(9_000_000);
  });
});
