import { buildSchema, type OperationDefinitionNode, parse } from 'graphql';
import { operationCost } from './operation-cost';
import { hasVaryingCost } from './varying-cost';

const schema = buildSchema(`
  type Query { france: France countries: [Country!]! europe: Europe }
  type Mutation { france: FranceOperations }
  type FranceOperations { importBundle: Boolean rename(to: String!): Patient }
  interface Country { registry: Registry }
  type France implements Country { registry: Registry }
  type Germany implements Country { registry: Registry }
  type Europe { cohort: Cohort }
  type Cohort { size: Count frequencies(of: String): Table coxRegression: Model }
  type Count { value: Int }
  type Table { rows: [Row!]! }
  type Row { value: String cells: [Count!]! }
  type Model { coefficients: [Count!]! }
  type Registry { registeredCases: Int! patients(first: Int = 50): PatientConnection! cohort: Cohort }
  type PatientConnection { edges: [PatientEdge!]! totalCount: Int! }
  type PatientEdge { node: Patient! }
  type Patient { code: ID! treatments: [Patient!]! timeline(edition: Int! = 1): [Count!]! }
`);

function costOf(text: string, variables: Readonly<Record<string, unknown>> = {}): number | undefined {
  const document = parse(text);
  return operationCost({ schema, document, operation: document.definitions[0] as OperationDefinitionNode, variables });
}

describe('the cost of an operation', () => {
  it.each([
    ['one record', '{ france { registry { registeredCases } } }', 2],
    [
      'a page: what lies below, as often as the page is long',
      '{ france { registry { patients(first: 20) { edges { node { code } } } } } }',
      43,
    ],
    ['a page of the usual length', '{ france { registry { patients { edges { node { code } } } } } }', 103],
    ['a list within a page', '{ france { registry { patients(first: 5) { edges { node { treatments { code } } } } } } }', 18],
    ['a figure', '{ europe { cohort { frequencies { rows { value cells { value } } } } } }', 63],
    ['two figures under names of their own', '{ europe { cohort { a: size { value } b: size { value } } } }', 42],
    ['a model', '{ europe { cohort { coxRegression { coefficients { value } } } } }', 1003],
    ['a figure of every country', '{ countries { registry { cohort { size { value } } } } }', 221],
    ['a figure of one country of all', '{ countries { ... on France { registry { cohort { size { value } } } } } }', 221],
    ['an import, whichever country it is for', 'mutation { france { importBundle } }', 20_001],
    ['what is left out', 'query ($no: Boolean = false) { europe @include(if: $no) { cohort { size { value } } } }', 0],
    ['the schema itself', '{ __schema { types { fields { name type { name } } } } }', 4],
  ])('%s', (_, text, cost) => {
    expect(costOf(text)).toBe(cost);
  });

  it('counts the length of a page that comes by a variable', () => {
    const text = 'query ($n: Int) { france { registry { patients(first: $n) { edges { node { code } } } } } }';
    expect(costOf(text, { n: 500 })).toBe(1003);
    expect(costOf(text, { n: null })).toBe(5);
    expect(costOf(text, { n: -7 })).toBe(5);
    expect(costOf(text, { n: 'many' })).toBeUndefined();
  });

  it('does not let a wrong value hide the rest', () => {
    const text =
      'query ($e: Int) { europe { cohort { size { value } } } france { registry { patients { edges { node { timeline(edition: $e) { value } } } } } } }';
    expect(() => costOf(text, { e: null })).toThrow(/edition/);
  });

  it.each([
    ['{ countries { registry { registeredCases } } }', false],
    ['query ($to: String!) { france { rename(to: $to) { code } } }', false],
    ['{ france { registry { patients(first: 5) { totalCount } } } }', false],
    ['query ($n: Int) { france { registry { patients(first: $n) { totalCount } } } }', true],
    ['query ($n: Int) { ...a } fragment a on Query { france { registry { patients(first: $n) { totalCount } } } }', true],
    ['query ($no: Boolean!) { france @skip(if: $no) { registry { registeredCases } } }', true],
  ])('of %s is weighed anew for other variables: %s', (text, varies) => {
    expect(hasVaryingCost(parse(text))).toBe(varies);
  });
});
