import { throughMonths } from './through-months';

describe('every month from one to another', () => {
  it.each([
    ['2005-11', '2006-02', ['2005-11', '2005-12', '2006-01', '2006-02']],
    ['2005-11', '2005-11', ['2005-11']],
    ['2005-11', '2005-10', []],
    [undefined, '2005-10', []],
    ['2005-10', undefined, []],
  ] as const)('%s to %s', (first, last, months) => {
    expect(throughMonths(first, last)).toEqual(months);
  });
});
