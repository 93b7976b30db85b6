import { z } from 'zod';
import { type Asker, askerWords } from '../access';
import type { Check } from '../check';
import { expectSame, expectThat, NotTried } from '../deviation';
import type { RegistryUnderTest } from '../registry-under-test';

/** Who has no business with single patients of the country. */
const strangers: readonly Asker[] = ['dashboard', 'lead', 'admin', 'foreign'];

const patientsForm = z.object({ patients: z.object({ edges: z.array(z.object({ node: z.object({ code: z.string() }) })) }) });

/** Code of a patient who is there. @throws NotTried when the registry has none */
async function somePatient(registry: RegistryUnderTest): Promise<string> {
  const { patients } = await registry.read('coordinator', 'patients(first: 1) { edges { node { code } } }', patientsForm);
  const [first] = patients.edges;
  if (first === undefined) throw new NotTried('the registry has no patient');
  return first.node.code;
}

function ofRegistry({ field }: RegistryUnderTest, selection: string): string {
  return `{ ${field} { registry { ${selection} } } }`;
}

/** A field of the registry, and to whom it is closed. */
const closed: readonly (readonly [id: string, what: string, selection: string, to: readonly Asker[]])[] = [
  ['patients', 'The list of patients', 'patients { totalCount }', strangers],
  ['data-queries', 'The list of data queries', 'dataQueries { totalCount }', strangers],
  ['quality', 'The quality report', 'quality { patients }', strangers],
  ['audit-trail', 'The audit trail', 'auditTrail { totalCount }', [...strangers, 'validator', 'center']],
  ['cohort', "The country's own cohort", 'cohort { size { value } }', ['dashboard', 'admin', 'foreign', 'center']],
];

/** Operations, each with arguments that change nothing were it let through. */
const operations: readonly (readonly [id: string, what: string, selection: string, to: readonly Asker[]])[] = [
  ['import', 'An import', 'importBundle(files: [], dryRun: true) { stored }', [...strangers, 'validator', 'center']],
  [
    'withdrawal',
    'To withdraw consent',
    'withdrawConsent(patientCode: "XX-000-0000", on: "2004-01-01") { patientCode }',
    [...strangers, 'validator', 'center'],
  ],
  [
    'validation',
    'To set the status of a record',
    'setRecordStatus(patientCode: "XX-000-0000", status: LOCKED) { code }',
    [...strangers, 'center'],
  ],
];

async function expectForbidden(registry: RegistryUnderTest, asker: Asker, query: string, variables: object = {}): Promise<string> {
  const { codes, errors, data } = await registry.ask(asker, query, variables);
  expectSame(['FORBIDDEN'], codes);
  expectThat(!JSON.stringify(data ?? null).includes('"code"'), 'no data', data);
  return JSON.stringify(errors.map(({ message, extensions }) => ({ message, extensions })));
}

const everybody: readonly Asker[] = ['dashboard', 'lead', 'admin', 'foreign', 'coordinator', 'validator', 'center'];

/** Who may do what; a check for each who asks, since not everybody's token may be there. */
export const rightsChecks: readonly Check[] = [
  ...everybody.map(
    (asker): Check => ({
      id: `rights.registered-cases.${asker}`,
      sentence: `How many cases are registered, and the revision, are told to ${askerWords[asker]}.`,
      run: async (registry) => {
        await registry.read(asker, 'registeredCases revision', z.object({ registeredCases: z.int().min(0), revision: z.int().min(0) }));
      },
    }),
  ),
  ...closed.flatMap(([id, what, selection, to]) =>
    to.map(
      (asker): Check => ({
        id: `rights.${id}.${asker}`,
        sentence: `${what} is FORBIDDEN to ${askerWords[asker]}.`,
        run: async (registry) => {
          await expectForbidden(registry, asker, ofRegistry(registry, selection));
        },
      }),
    ),
  ),
  ...operations.flatMap(([id, what, selection, to]) =>
    to.map(
      (asker): Check => ({
        id: `rights.${id}.${asker}`,
        sentence: `${what} is FORBIDDEN to ${askerWords[asker]}.`,
        run: async (registry) => {
          await expectForbidden(registry, asker, `mutation { ${registry.field} { ${selection} } }`);
        },
      }),
    ),
  ),
  ...strangers.map(
    (asker): Check => ({
      id: `rights.no-hint.${asker}`,
      sentence: `Of a patient who is there ${askerWords[asker]} is told the same as of one who is not.`,
      run: async (registry) => {
        const there = await somePatient(registry);
        const query = `query ($code: ID!) ${ofRegistry(registry, 'patient(code: $code) { code }')}`;
        const told = await expectForbidden(registry, asker, query, { code: there });
        expectSame(told, await expectForbidden(registry, asker, query, { code: `${there}99` }));
      },
    }),
  ),
  {
    id: 'rights.other-center',
    sentence: "A centre asks for no other centre's patients.",
    run: async (registry) => {
      const query = `query ($code: ID!) ${ofRegistry(registry, 'patient(code: $code) { code }')}`;
      await expectForbidden(registry, 'center', query, { code: `${registry.code}-999-0001` });
    },
  },
];
