import { partialUrl, readRefusal } from './partial-exchange';

describe("the address of a registry's partials", () => {
  it.each([
    ['http://127.0.0.1:4001/graphql', 'http://127.0.0.1:4001/partial'],
    ['https://registry.example/cml/graphql', 'https://registry.example/cml/partial'],
  ])('of %s is %s', (graphqlUrl, expected) => {
    expect(partialUrl(graphqlUrl).href).toBe(expected);
  });
});

describe("a registry's refusal", () => {
  it('is read as it was written, and nothing else is one', () => {
    const refusal = { code: 'CHANGED_KEY', message: 'Another key.', countries: ['DE'] };
    expect(readRefusal(Buffer.from(JSON.stringify(refusal)))).toEqual(refusal);
    expect(readRefusal(Buffer.from('{"errors":[]}'))).toBeUndefined();
    expect(readRefusal(Buffer.from('<html>'))).toBeUndefined();
  });
});
