import { partialUrl } from './partial-exchange';

describe("the address of a registry's partials", () => {
  it.each([
    ['http://127.0.0.1:4001/graphql', 'http://127.0.0.1:4001/partial'],
    ['https://registry.example/cml/graphql', 'https://registry.example/cml/partial'],
  ])('of %s is %s', (graphqlUrl, expected) => {
    expect(partialUrl(graphqlUrl).href).toBe(expected);
  });
});
