import { AnswerCache } from './answer-cache';

describe('a cache of answers', () => {
  it('works an answer out once', () => {
    const cache = new AnswerCache();
    const answer = Uint8Array.of(1, 2);
    const work = jest.fn(() => answer);
    expect([cache.answer('question', work), cache.answer('question', work)]).toEqual([answer, answer]);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('drops what has not been asked for longest when there is too much', () => {
    const cache = new AnswerCache();
    const long = new Uint8Array(6_000_000);
    const work = jest.fn(() => long);
    for (const question of ['a', 'b', 'a', 'c', 'a', 'b']) cache.answer(question, work);
    // b made room for c, and was worked out again
    expect(work).toHaveBeenCalledTimes(4);
  });

  it('gives an answer that is too long to be kept', () => {
    expect(new AnswerCache().answer('question', () => new Uint8Array(17_000_000))).toHaveLength(17_000_000);
  });
});
