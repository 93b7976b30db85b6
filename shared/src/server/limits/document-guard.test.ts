import { HubError } from '../../errors';
import { DocumentGuard } from './document-guard';
import { operationLimits } from './operation-limits';

const guard = new DocumentGuard({
  ...operationLimits,
  tokens: 2000,
  fields: 500,
  aliases: 100,
  repeats: 20,
  definitions: 30,
  directives: 10,
});

/** @returns the refusal's sentence, or undefined */
function refusal(text: string): string | undefined {
  try {
    guard.admit(text);
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(HubError);
    expect(error).toMatchObject({ code: 'QUERY_TOO_COMPLEX' });
    return (error as HubError).message;
  }
}

const nested = (levels: number, open: string, close: string): string => `${open.repeat(levels)}${close.repeat(levels)}`;
const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
/** Each fragment spreads the one before twice: 2^n fields of n lines. */
const doubling = (count: number): string =>
  `{ ...f${count} } fragment f0 on Query { a } ${times(count, (n) => `fragment f${n + 1} on Query { x { ...f${n} } y { ...f${n} } }`)}`;

describe('a document is refused before it is validated when it is', () => {
  it.each([
    ['a depth bomb', `{ ${'a { '.repeat(17)} b ${'} '.repeat(17)} }`, /16 fields within fields, this one has 18/],
    ['a depth bomb by fragments', `{ a { ...x } } fragment x on A { ${'a { '.repeat(15)} b ${'} '.repeat(15)} }`, /has 17/],
    ['deeper than a parser goes', nested(50_000, '{a', '}'), /brackets within brackets|tokens/],
    ['a list within a list', `{ a(b: ${nested(500, '[', ']')}) }`, /40 brackets within brackets/],
    ['an alias bomb', `{ ${times(101, (n) => `a${n}: viewer`)} }`, /100 aliases, this one has 101/],
    ['an alias bomb by fragments', `{ a { ...x } b { ...x } } fragment x on A { ${times(51, (n) => `a${n}: b`)} }`, /has 102/],
    ['a fragment bomb', doubling(9), /500 fields, this one has/],
    ['a fragment bomb beyond all bounds', doubling(28), /fields/],
    ['the same field again and again', `{ ${'a '.repeat(30)} }`, /20 fields named again/],
    ['the same field again, by fragments', `{ ${'...x '.repeat(8)} } fragment x on A { a b c }`, /20 fields named again/],
    ['too many directives', `{ a ${'@include(if: true) '.repeat(11)} }`, /10 directives/],
    ['too many operations', times(31, (n) => `query q${n} { a }`), /30 operations and fragments/],
    ['too many words', `{ a(b: [${'1 '.repeat(2500)}]) }`, /2000 tokens/],
    ['a megabyte', `{ a(b: "${'x'.repeat(1_000_000)}") }`, /200000 characters/],
  ])('%s', (_, text, message) => {
    expect(refusal(text)).toMatch(message);
  });

  it('and in a moment, whatever it holds', () => {
    const begun = process.cpuUsage().user;
    for (const text of [doubling(28), nested(99_000, '{', '}'), `{ ${'...x '.repeat(900)} } fragment x on A { ${'a '.repeat(400)} }`]) {
      expect(refusal(text)).toBeDefined();
    }
    expect((process.cpuUsage().user - begun) / 1000).toBeLessThan(1000);
  });
});

describe('a document is let through when it', () => {
  it.each([
    ['is ordinary', '{ europe { cohort { size { value } } } }'],
    ['has a fragment within itself, which validation refuses', '{ ...x } fragment x on A { a ...y } fragment y on A { b ...x }'],
    ['spreads a fragment that is not there', '{ ...nowhere }'],
    ['is no GraphQL, which the parser says', '{ a( }'],
    ['is empty', ''],
    ['names operations twice, which validation refuses', 'query a { b } query a { b }'],
  ])('%s', (_, text) => {
    expect(refusal(text)).toBeUndefined();
  });
});

it('tells documents that hold mutations alone', () => {
  expect(guard.admit('mutation { france { a } }')).toEqual({ onlyChanges: true });
  expect(guard.admit('mutation a { france { a } } query b { c }')).toEqual({ onlyChanges: false });
});
