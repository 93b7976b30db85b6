import { readRemark } from './read-remark';

describe('a remark', () => {
  it('is trimmed, and may speak of dates', () => {
    expect(readRemark('reason', ' Typing error: 2003-01-10, not 2003-10-01. ')).toEqual({
      text: 'Typing error: 2003-01-10, not 2003-10-01.',
      fault: undefined,
    });
  });

  it.each([
    ['  ', 'MISSING_VALUE'],
    ['As Marie Dupont says', 'IDENTIFYING_VALUE'],
    ['See mail of j.dupont@chu.example', 'IDENTIFYING_VALUE'],
    ['broken \uFFFD', 'NOT_UTF8'],
  ])('%j: %s', (text, rule) => {
    expect(readRemark('reason', text).fault).toEqual({ rule, message: expect.stringMatching(/^reason /) });
  });
});
