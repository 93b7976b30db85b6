import { publishedMarginals } from './marginals';

const { failures, patients, countries, sexes, studies } = publishedMarginals;

const sum = (numbers: readonly number[]): number => numbers.reduce((left, number) => left + number, 0);
const percentOf = (...numbers: readonly number[]): number => Math.round((100 * sum(numbers)) / patients);

describe('publishedMarginals', () => {
  it.each([
    ['countries', countries],
    ['sexes', sexes],
    ['failures', failures],
    ['studies', studies],
  ])('counts every patient once among the %s', (_table, table) => {
    expect(sum(Object.values(table))).toBe(patients);
  });

  it('rounds to every printed percentage', () => {
    const leaves = Object.values(failures);
    expect(leaves.map((count) => percentOf(count))).toEqual([2, 12, 16, 6, 12, 23, 13, 16]);
    expect([percentOf(...leaves.slice(0, 3)), percentOf(...leaves.slice(3, 6))]).toEqual([30, 41]);
    expect([percentOf(sexes.M), percentOf(sexes.F), percentOf(studies.NEVER)]).toEqual([56, 44, 37]);
  });
});
