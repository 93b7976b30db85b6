import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, graphqlSync, parse } from 'graphql';
import { nationalTemplate } from '../testing/national-template';
import { plainSchema } from './plain-schema';

function served(schema: GraphQLSchema): string {
  const { data } = graphqlSync({ schema, source: '{ _service { sdl } }' });
  return (data as { _service: { sdl: string } })['_service'].sdl;
}

describe('a plain schema', () => {
  it('is the same text, served or written', () => {
    const sdl = served(buildSubgraphSchema({ typeDefs: parse(nationalTemplate) }));
    expect(sdl).toContain('federation__FieldSet');
    expect(plainSchema(sdl)).toBe(plainSchema(nationalTemplate));
  });

  it('is plain already', () => {
    const plain = plainSchema(nationalTemplate);
    expect(plainSchema(plain)).toBe(plain);
    expect(plain).not.toMatch(/_service|_entities|_Any|link__|directive @/);
  });

  it('keeps links of a schema definition, and root types of other names', () => {
    expect(plainSchema('schema @link(url: "https://specs.apollo.dev/federation/v2.3") { query: Query } type Query { a: Int }')).toContain(
      'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3")',
    );
    expect(plainSchema('schema { query: Root } type Root { a: Int }')).toContain('query: Root');
  });

  it('is a schema', () => {
    expect(() => plainSchema('type {')).toThrow('Syntax Error');
  });
});
