import { standardSchema } from '@registry-hub/shared/domain';
import { nationalTemplate } from '../testing/national-template';
import { countrySchemaProblems } from './country-schema-rules';

const france = { code: 'FR', name: 'France' };
const standard = standardSchema(nationalTemplate, france);

describe("a country's schema", () => {
  it('may be the standard one', () => {
    expect(countrySchemaProblems(france, standard, standard)).toEqual([]);
  });

  it('may have more types and fields', () => {
    expect(countrySchemaProblems(france, `${standard}\ntype Motto { text: String } extend type France { motto: Motto }`, standard)).toEqual(
      [],
    );
  });

  it.each([
    ['the root field of another', (sdl: string) => `${sdl} extend type Query { germany: Int }`, 'Query.germany is not for this country'],
    ['a change of another', (sdl: string) => `${sdl} extend type Mutation { germany: Int }`, 'Mutation.germany is not for this country'],
    ['no root field of its own', (sdl: string) => sdl.replace('france: France\n', 'other: France\n'), 'Query needs the field france'],
    [
      'the entity of another',
      (sdl: string) => `${sdl} type Germany @key(fields: "code") { code: ID }`,
      'Germany has a @key, which is for France alone',
    ],
    [
      'more of the entity of another',
      (sdl: string) => `${sdl} extend type Germany @key(fields: "code") { a: ID }`,
      'Germany has a @key, which is for France alone',
    ],
    [
      'what takes fields away',
      (sdl: string) => `${sdl} extend type France { a: Int @override(from: "germany") }`,
      'the directive @override is not for countries',
    ],
    [
      'the same under its full name',
      (sdl: string) => `${sdl} extend type France { a: Int @federation__override(from: "x") }`,
      'the directive @federation__override is not for countries',
    ],
    [
      'the same under the name of another',
      (sdl: string) => sdl.replace('"@inaccessible"]', '{ name: "@override", as: "@tag" }]'),
      '@link may name the federation specification alone, its directives by their own names',
    ],
    [
      'a link to elsewhere',
      (sdl: string) => `${sdl} extend schema @link(url: "https://example.org/spec/v1.0")`,
      '@link may name the federation specification alone, its directives by their own names',
    ],
    ['root types of other names', (sdl: string) => `${sdl} schema { query: Root }`, 'the root types must be Query and Mutation'],
  ])('may not have %s', (_, change, problem) => {
    expect(countrySchemaProblems(france, change(standard), standard)).toContain(problem);
  });
});
