import { parse } from 'graphql';
import { fetchFields } from './fetch-fields';

const ENTITIES =
  'query($representations: [_Any!]!) { _entities(representations: $representations) { ... on France { registry { a } b: registry { a } } } }';

describe('what a fetch asks for', () => {
  it('is, of the root, its fields by the names they are answered under', () => {
    expect(fetchFields(parse('{ __typename f: france { code } france { code } ... { g: france { code } } }'), {})).toEqual({
      isMutation: false,
      paths: [['f'], ['france'], ['g']],
      certain: [['f'], ['france'], ['g']],
    });
  });

  it('is nothing that is skipped or not included', () => {
    const document = parse(
      'query($no: Boolean!) { a: france @skip(if: true) { code } b: france @include(if: $no) { code } c: france @include(if: true) { code } }',
    );
    expect(fetchFields(document, { no: false }).paths).toEqual([['c']]);
  });

  it("is, of entities, the fields of those of the fragment's type", () => {
    const representations = [
      { __typename: 'France', code: 'FR' },
      { __typename: 'Spain', code: 'ES' },
    ];
    expect(fetchFields(parse(ENTITIES), { representations })).toEqual({
      isMutation: false,
      paths: [
        ['_entities', 0, 'registry'],
        ['_entities', 0, 'b'],
      ],
      certain: [
        ['_entities', 0],
        ['_entities', 1],
      ],
      entityCount: 2,
    });
  });

  it('may be a change', () => {
    expect(fetchFields(parse('mutation { france { rename } }'), {}).isMutation).toBe(true);
  });
});
