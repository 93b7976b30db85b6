import { readFileSync } from 'node:fs';
import { standardSchema } from '@registry-hub/shared/domain';
import { schemaDifferences } from './schema-differences';

const reference = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])
  scalar CalendarDate
  enum Sex { F M }
  union Either = Center | Patient
  interface Country { code: String! }
  type France implements Country @key(fields: "code") { code: String! registry: Registry }
  type Registry @shareable { patients(first: Int = 50, after: String): [Patient!]! }
  type Patient @shareable { code: ID! sex: Sex }
  type Center @shareable { code: ID! }
  input Filter { sex: [Sex!] }
`;
const served = (from: string, to: string): readonly string[] => {
  expect(reference).toContain(from);
  return schemaDifferences(reference, reference.replace(from, to));
};

describe('a schema that was served', () => {
  it('is without a difference as it is, and with more of everything', () => {
    expect(schemaDifferences(reference, reference)).toEqual([]);
    const more = `${reference}
      type Observatory @shareable { attempts: Int! }
      extend type Registry { observatory: Observatory }
      extend enum Sex { OTHER }
      extend input Filter { center: ID after: Int! = 1 }
      type Query { _service: String }`;
    expect(schemaDifferences(reference, more)).toEqual([]);
    expect(served('(first: Int = 50', '(sorted: Boolean = false, filter: Filter, first: Int = 50')).toEqual([]);
  });

  it.each([
    ['a type', 'type Center @shareable { code: ID! }', '', ['Center is missing']],
    ['another kind', 'enum Sex { F M }', 'scalar Sex', ['Sex is a scalar, not an enum']],
    ['a field', ' sex: Sex }', ' }', ['Patient.sex is missing']],
    ['a nullability', 'code: ID! sex', 'code: ID sex', ['Patient.code is ID, not ID!']],
    ['a nullability of items', '[Patient!]!', '[Patient]!', ['Registry.patients is [Patient]!, not [Patient!]!']],
    ['an argument', ', after: String', '', ['Registry.patients.after is missing']],
    ['a default', 'Int = 50', 'Int = 20', ['Registry.patients.first is 20 unless given, not 50']],
    ['a default at all', 'Int = 50', 'Int', ['Registry.patients.first is nothing unless given, not 50']],
    ['a value', '{ F M }', '{ F }', ['Sex lacks the value M']],
    ['a member', 'Center | Patient', 'Center', ['Either lacks the value Patient']],
    ['an interface', 'France implements Country', 'France', ['France does not implement Country']],
    ['@shareable', 'Patient @shareable', 'Patient', ['Patient is not @shareable']],
    ['a field of an input', '{ sex: [Sex!] }', '{ center: ID }', ['Filter.sex is missing']],
  ])('that lacks %s is told so', (_, from, to, differences) => {
    expect(served(from, to)).toEqual(differences);
  });

  it.each([
    ['argument', 'first: Int = 50', 'first: Int = 50, of: ID!', 'Registry.patients.of must be given, which nobody knows'],
    ['field of an input', 'sex: [Sex!]', 'sex: [Sex!] of: ID!', 'Filter.of must be given, which nobody knows'],
  ])('makes nobody give an %s more', (_, from, to, difference) => {
    expect(served(from, to)).toEqual([difference]);
  });

  it('of this repository is without a difference from itself under any name', () => {
    const template = readFileSync(require.resolve('@registry-hub/national/schema.graphql'), 'utf8');
    const poland = standardSchema(template, { code: 'PL', name: 'Poland' });
    expect(schemaDifferences(poland, poland)).toEqual([]);
    expect(schemaDifferences(poland, template)).toContain('Poland is missing');
  });
});
