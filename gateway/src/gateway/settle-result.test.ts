import { GraphQLError } from 'graphql';
import { settleResult } from './settle-result';

const error = (path: string[], code: string) => new GraphQLError('no', { path, extensions: { code } });

describe('a result of the gateway', () => {
  it('stays as it is without errors', () => {
    expect(settleResult({ data: { a: 1 } })).toEqual({ data: { a: 1 } });
  });

  it('tells an error once, though several fetches report it', () => {
    const { errors } = settleResult({ data: null, errors: [error(['a'], 'X'), error(['a'], 'X'), error(['b'], 'X'), error(['a'], 'Y')] });
    expect(errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['a'], 'X'],
      [['b'], 'X'],
      [['a'], 'Y'],
    ]);
  });

  it('tells an error for what a country left out', () => {
    const missing = error(['a'], 'INVALID_GRAPHQL');
    expect(settleResult({ data: { a: null }, extensions: { valueCompletion: [missing] } })).toEqual({
      data: { a: null },
      errors: [missing],
    });
  });

  it('keeps other extensions', () => {
    expect(settleResult({ data: {}, extensions: { cost: 1 } })).toEqual({ data: {}, extensions: { cost: 1 } });
  });
});
