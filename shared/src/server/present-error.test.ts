import { GraphQLError } from 'graphql';
import { badUserInput, HubError } from '../errors';
import { createLogger } from './logger';
import { presentError, toGraphQLError } from './present-error';

const logger = createLogger('test', 'silent');
const SECRET = 'SELECT * FROM patients -- http://10.0.0.7:5432';

function present(error: GraphQLError): ReturnType<typeof presentError> {
  return presentError(error.toJSON(), error, logger);
}

describe('presentation of errors', () => {
  it('keeps the code, sentence and details of a known error', () => {
    const cause = badUserInput({ field: 'first', message: 'expected 1 to 500.' });
    expect(present(new GraphQLError(cause.message, { originalError: cause, path: ['france'] }))).toEqual({
      message: 'first: expected 1 to 500.',
      path: ['france'],
      extensions: { code: 'BAD_USER_INPUT', problems: [{ field: 'first', message: 'expected 1 to 500.' }] },
    });
  });

  it('passes an error of a country on without what the gateway added to it', () => {
    const extensions = { code: 'COUNTRY_UNAVAILABLE', country: 'FR', serviceName: 'france', stacktrace: [SECRET] };
    const shown = present(new GraphQLError('The registry of France does not answer.', { extensions }));
    expect(shown.extensions).toEqual({ code: 'COUNTRY_UNAVAILABLE', country: 'FR' });
  });

  it.each([
    ['an unknown error', new GraphQLError(SECRET, { originalError: new Error(SECRET) })],
    ['an unknown code', new GraphQLError(SECRET, { extensions: { code: 'DOWNSTREAM_SERVICE_ERROR' } })],
    ['a code that is a property of every object', new GraphQLError(SECRET, { extensions: { code: 'constructor' } })],
  ])('masks %s', (_what, error) => {
    const shown = present(error);
    expect(shown.extensions?.['code']).toBe('INTERNAL');
    expect(JSON.stringify(shown)).not.toContain('SELECT');
  });

  it.each([
    ['first', 'Variable "$first" got invalid value "x"; Int cannot represent non-integer value: "x"'],
    ['input.sex', 'Variable "$input" got invalid value "X" at "input.sex"; Value "X" does not exist in "Sex" enum.'],
  ])('names the variable of an input that GraphQL itself refused: %s', (field, message) => {
    expect(present(new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })).extensions).toEqual({
      code: 'BAD_USER_INPUT',
      problems: [{ field, message }],
    });
  });

  it('ends a whole request that is not authenticated with HTTP status 401', () => {
    expect(toGraphQLError(new HubError('UNAUTHENTICATED')).extensions).toEqual({
      code: 'UNAUTHENTICATED',
      http: { status: 401, headers: new Map() },
    });
  });
});
