import { readAnswer } from './country-answer';

describe("a country's answer", () => {
  it.each([
    ['data', 200, '{"data":{"a":1}}', { data: { a: 1 } }],
    ['null data with an error', 200, '{"data":null,"errors":[{"message":"no"}]}', { data: null, errors: [{ message: 'no' }] }],
    [
      'an error with its path and code, its locations left out',
      200,
      '{"errors":[{"message":"no","path":["a",0],"locations":[{"line":1,"column":2}],"extensions":{"code":"FORBIDDEN"}}]}',
      { errors: [{ message: 'no', path: ['a', 0], extensions: { code: 'FORBIDDEN' } }] },
    ],
    ['a refused token', 401, '{"errors":[{"message":"no"}]}', { errors: [{ message: 'no' }] }],
    ['errors that are null', 200, '{"data":{},"errors":null}', { data: {} }],
  ])('may be %s', (_, status, body, answer) => {
    expect(readAnswer({ status, body })).toEqual(answer);
  });

  it.each([
    ['a server error', 500, '{"errors":[{"message":"no"}]}', 'HTTP status 500'],
    ['a redirect', 302, '{"data":{}}', 'HTTP status 302'],
    ['a page', 200, '<html>at 10.1.2.3</html>', 'the body is no JSON object'],
    ['half an answer', 200, '{"data":{', 'the body is no JSON object'],
    ['a list', 200, '[{"data":{}}]', 'the body is no JSON object'],
    ['a text', 200, '"data"', 'the body is no JSON object'],
    ['nothing', 200, '', 'the body is no JSON object'],
    ['an object of another kind', 200, '{"a":1}', 'the body has neither data nor errors'],
    ['data that are a list', 200, '{"data":[]}', 'data is no object'],
    ['errors that are a text', 200, '{"errors":"no"}', 'errors has another form'],
    ['no error among errors', 200, '{"errors":[]}', 'errors has another form'],
    ['errors without a message', 200, '{"errors":[{}]}', 'errors has another form'],
  ])('may not be %s, and what it holds is not quoted', (_, status, body, reason) => {
    expect(() => readAnswer({ status, body })).toThrow(expect.objectContaining({ name: 'UnusableAnswer', message: reason }));
  });
});
