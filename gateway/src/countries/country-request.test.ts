import { onlyReads } from './country-request';

describe('an operation that only reads', () => {
  it.each(['{a}', ' { a }', 'query { a }', '\nquery Name($x: Int) { a }', 'query($x:Int){a}'])('is %j', (query) => {
    expect(onlyReads(query)).toBe(true);
  });

  it.each([
    'mutation { a }',
    'mutation{a}',
    'subscription { a }',
    'fragment F on A { b } mutation { a }',
    '# {\nmutation { a }',
    'queryable { a }',
    '',
  ])('is not %j', (query) => {
    expect(onlyReads(query)).toBe(false);
  });
});
