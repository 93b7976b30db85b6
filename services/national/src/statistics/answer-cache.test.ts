import { type Counts, countsOf } from '@registry-hub/shared/statistics';
import { AnswerCache } from './answer-cache';

const counts = (cells: number): readonly Counts[] => [{ cells: new Float64Array(cells), values: new Float64Array(cells) }];

describe('a cache of answers', () => {
  it('works an answer out once', () => {
    const cache = new AnswerCache();
    const answer = [countsOf([[0, 7]])];
    const work = jest.fn(() => answer);
    expect([cache.answer('question', work), cache.answer('question', work)]).toEqual([answer, answer]);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('drops what has not been asked for longest when there is too much', () => {
    const cache = new AnswerCache();
    const work = jest.fn(() => counts(400_000));
    for (const question of ['a', 'b', 'a', 'c', 'a', 'b']) cache.answer(question, work);
    // b made room for c, and was worked out again
    expect(work).toHaveBeenCalledTimes(4);
  });

  it('gives an answer that is too long to be kept', () => {
    expect(new AnswerCache().answer('question', () => counts(2_000_000))[0]?.cells).toHaveLength(2_000_000);
  });
});
