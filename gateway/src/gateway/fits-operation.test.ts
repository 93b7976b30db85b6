import { buildSchema, parse } from 'graphql';
import { fitsOperation } from './fits-operation';

const schema = buildSchema(`
  interface Country { code: String }
  type France implements Country { code: String registry: Registry }
  type Registry { cases: Int! centers: [Center!]! grid: [[Center]] }
  type Center { code: ID }
  type Query { france: France countries: [Country] }
`);
const fits = (query: string, data: unknown): boolean => fitsOperation(schema, parse(query), data);

describe('the shape of an answer', () => {
  it.each<[string, string, unknown]>([
    [
      'objects, lists and leaves',
      '{ france { code registry { cases centers { code } } } }',
      { france: { code: 'FR', registry: { cases: 1, centers: [{ code: 'A' }] } } },
    ],
    [
      'nulls, wherever they are: the gateway sees to them',
      '{ france { registry { cases centers { code } } } }',
      { france: { registry: { cases: null, centers: null } } },
    ],
    ['no data', '{ france { code } }', null],
    ['what was left out', '{ france { code } }', {}],
    ['values of another type: the gateway sees to them', '{ france { registry { cases } } }', { france: { registry: { cases: 'many' } } }],
    ['aliases', '{ f: france { r: registry { cases } } }', { f: { r: { cases: 1 } } }],
    ['lists of lists', '{ france { registry { grid { code } } } }', { france: { registry: { grid: [[{ code: 'A' }, null], null] } } }],
    [
      'a fragment on another type',
      '{ countries { ... on France { registry { cases } } } }',
      { countries: [{ __typename: 'Spain', registry: 1 }] },
    ],
    ['a fragment by its interface', '{ countries { ... on Country { code } } }', { countries: [{ __typename: 'France', code: 'FR' }] }],
    ['a named fragment', '{ france { ...F } } fragment F on France { registry { cases } }', { france: { registry: { cases: 1 } } }],
    [
      'entities',
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on France { registry { cases } } } }',
      { _entities: [{ registry: { cases: 1 } }, null] },
    ],
    ['fields that are not public', '{ hidden { a } }', { hidden: 1 }],
  ])('may have %s', (_, query, data) => {
    expect(fits(query, data)).toBe(true);
  });

  it.each<[string, string, unknown]>([
    ['a text for an object', '{ france { code } }', { france: 'text' }],
    ['a list for an object', '{ france { code } }', { france: [] }],
    ['an object for a list', '{ france { registry { centers { code } } } }', { france: { registry: { centers: { code: 'A' } } } }],
    ['a text among objects', '{ france { registry { centers { code } } } }', { france: { registry: { centers: ['A'] } } }],
    ['a flat list for a list of lists', '{ france { registry { grid { code } } } }', { france: { registry: { grid: [{ code: 'A' }] } } }],
    ['a number for a type name', '{ france { __typename code } }', { france: { __typename: 1 } }],
    [
      'a wrong shape within a fragment',
      '{ countries { ... on France { registry { cases } } } }',
      { countries: [{ __typename: 'France', registry: 1 }] },
    ],
    [
      'a wrong shape within a named fragment',
      '{ france { ...F } } fragment F on France { registry { cases } }',
      { france: { registry: 1 } },
    ],
    ['a text for entities', 'query($r: [_Any!]!) { _entities(representations: $r) { ... on France { code } } }', { _entities: 'text' }],
    ['a text for an entity', 'query($r: [_Any!]!) { _entities(representations: $r) { ... on France { code } } }', { _entities: ['text'] }],
    ['data that are a list', '{ france { code } }', []],
  ])('may not have %s', (_, query, data) => {
    expect(fits(query, data)).toBe(false);
  });
});
