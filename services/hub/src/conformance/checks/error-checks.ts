import { errorCatalogue } from '@registry-hub/shared/errors';
import type { Check } from '../check';
import { expectSame, expectThat } from '../deviation';
import type { RegistryUnderTest } from '../registry-under-test';

/** What GraphQL servers say of a request that is no operation of the schema. */
const PROTOCOL_CODES = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
];

/** What tells of the inside of a service: stacks, SQL, paths of its modules, addresses of its network. */
const leaks: readonly RegExp[] = [
  /\n\s+at .+:\d+:\d+/,
  /stacktrace/i,
  /\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\b.+\b(FROM|VALUES|SET|WHERE)\b/,
  /node_modules|\.[cm]?[jt]s:\d+/,
  /\b(localhost|127\.0\.0\.1|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+):\d+/,
  /postgres(ql)?:\/\//i,
];

async function codesOf(registry: RegistryUnderTest, query: string): Promise<readonly string[]> {
  return (await registry.ask('coordinator', query)).codes;
}

/** How it says that something is wrong. To be tried last: what it looks at are all errors that came before. */
export const errorChecks: readonly Check[] = [
  {
    id: 'errors.bad-input',
    sentence: 'An argument that is no value of its type is BAD_USER_INPUT.',
    run: async (registry) => {
      const query = `query ($on: CalendarDate) { ${registry.field} { registry { cohort(filter: { notifiedBy: $on }) { size { value } } } } }`;
      for (const on of ['2004-02-30', '30.02.2004', 20040230]) {
        expectSame(['BAD_USER_INPUT'], (await registry.ask('coordinator', query, { on })).codes, `for ${on} `);
      }
    },
  },
  {
    id: 'errors.not-found',
    sentence: 'A patient who is not there is null to a coordinator, and NOT_FOUND to an operation.',
    run: async (registry) => {
      const { code, field } = registry;
      const read = await registry.ask('coordinator', `{ ${field} { registry { patient(code: "${code}-999-9999") { code } } } }`);
      expectSame({ [field]: { registry: { patient: null } } }, read.data);
      const change = `mutation { ${field} { raiseDataQuery(patientCode: "${code}-999-9999", message: "Is that so?") { id } } }`;
      expectSame(['NOT_FOUND'], await codesOf(registry, change));
    },
  },
  {
    id: 'errors.unknown-field',
    sentence: 'A field that is not in the schema is refused by validation, without an answer.',
    run: async (registry) => {
      const { codes, data } = await registry.ask('coordinator', `{ ${registry.field} { registry { nothingOfTheSort } } }`);
      expectThat(codes.length === 1 && PROTOCOL_CODES.includes(codes[0] ?? '') && !data, 'GRAPHQL_VALIDATION_FAILED', codes);
    },
  },
  {
    id: 'errors.codes',
    sentence: 'Every error has a code, and one that clients know.',
    run: async ({ told }) => {
      const codes = [...new Set(told.map(({ extensions }) => extensions?.code ?? 'none'))];
      const unknown = codes.filter((code) => !Object.hasOwn(errorCatalogue, code) && !PROTOCOL_CODES.includes(code));
      expectSame([], unknown, 'unknown codes: ');
      expectThat(!codes.includes('INTERNAL'), 'no INTERNAL error during all checks', codes);
    },
  },
  {
    id: 'errors.silent',
    sentence: 'No error of all that were told tells of stacks, SQL, files or addresses.',
    run: async ({ told }) => {
      const loose = told.map((error) => JSON.stringify(error)).filter((text) => leaks.some((leak) => leak.test(text)));
      expectSame([], loose, 'leaks: ');
    },
  },
];
