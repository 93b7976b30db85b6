import type { Asker } from '../access';
import type { Check } from '../check';
import { expectThat } from '../deviation';
import type { RegistryUnderTest } from '../registry-under-test';

const REFUSALS = ['QUERY_TOO_COMPLEX', 'BAD_USER_INPUT'];
const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

/** Requests that no client has a reason for, each cheap to send and dear to answer. */
const bombs: readonly (readonly [id: string, what: string, query: (registry: RegistryUnderTest) => string, asker?: Asker])[] = [
  [
    'depth',
    'A query nested without end',
    ({ field, type }) =>
      `{ ${field} { ${times(60, () => `... on ${type} { registry { patients { edges { node { center {`)} code ${'} '.repeat(360)} } }`,
  ],
  ['aliases', 'A query with thousands of aliases', ({ field }) => `{ ${times(5000, (n) => `a${n}: ${field} { code }`)} }`],
  [
    'pages',
    'A query for pages of pages',
    ({ field }) =>
      `{ ${field} { registry { patients(first: 500) { edges { node { history(first: 500) { edges { node { hash } } } } } } } } }`,
    'coordinator',
  ],
  ['length', 'A query of more than a megabyte', ({ field }) => `{ ${field} { code } } # ${'x'.repeat(2 ** 20)}`],
];

/** What it does not do, however politely it is asked. */
export const limitChecks: readonly Check[] = bombs.map(([id, what, query, asker = 'lead']) => ({
  id: `limits.${id}`,
  sentence: `${what} is refused before it is answered.`,
  run: async (registry) => {
    const { status, codes, data } = await registry.ask(asker, query(registry));
    expectThat(!data, 'no data', data);
    const refused = status === 413 || (codes.length === 1 && REFUSALS.includes(codes[0] ?? ''));
    expectThat(refused, `status 413, or one of ${REFUSALS.join(', ')}`, { status, codes });
  },
}));
