import { standardSchema } from './standard-schema';

describe('the standard schema', () => {
  it("is the template with the country's names", () => {
    const template = 'type Query { exampleland: Exampleland } type ExamplelandOperations { a: Int }';
    expect(standardSchema(template, { code: 'GB', name: 'United Kingdom' })).toBe(
      'type Query { unitedKingdom: UnitedKingdom } type UnitedKingdomOperations { a: Int }',
    );
  });
});
