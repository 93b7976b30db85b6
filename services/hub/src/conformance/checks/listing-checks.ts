import { CENTER_CODE, PATIENT_CODE } from '@registry-hub/shared/domain';
import { z } from 'zod';
import type { Check } from '../check';
import { expectSame, expectThat, NotTried } from '../deviation';
import type { RegistryUnderTest } from '../registry-under-test';

const pageForm = z.object({
  patients: z.object({
    totalCount: z.int(),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    edges: z.array(z.object({ cursor: z.string(), node: z.object({ code: z.string() }) })),
  }),
});
type Page = z.output<typeof pageForm>['patients'];

const PAGES = 4;
const MOST_OF_A_PAGE = 500;

async function page(registry: RegistryUnderTest, first: number, after: string | null): Promise<Page> {
  const selection =
    'patients(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { code } } }';
  return (await registry.read('coordinator', selection, pageForm, { first: ['Int!', first], after: ['String', after] })).patients;
}

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const date = z.iso.date();
const known = <T extends z.ZodType>(form: T): z.ZodNullable<T> => form.nullable();
const patientForm = z.object({
  patients: z.object({
    edges: z.array(
      z.object({
        node: z.object({
          code: z.string().regex(PATIENT_CODE),
          center: z.object({ code: z.string().regex(CENTER_CODE), registeredCases: z.int().min(1) }),
          sex: z.enum(['F', 'M', 'OTHER', 'UNKNOWN']),
          birthMonth: month,
          vitalStatus: z.enum(['ALIVE', 'DEAD', 'LOST']),
          lastContactOn: known(date),
          diedOn: known(date),
          consent: z.object({ active: z.literal(true), givenOn: known(date), withdrawnOn: z.null() }),
          diagnosis: known(z.object({ disease: z.string().regex(/^\d{4}\/\d$/), diagnosedOn: date })),
          treatments: z.array(z.object({ line: z.int(), startedOn: date, stoppedOn: known(date) })),
          dataQueries: z.array(z.object({ raisedAt: z.iso.datetime({ offset: true }) })),
        }),
      }),
    ),
  }),
});
const PATIENT_FIELDS = `code center { code registeredCases } sex birthMonth vitalStatus lastContactOn diedOn
  consent { active givenOn withdrawnOn } diagnosis { disease diagnosedOn } treatments { line startedOn stoppedOn } dataQueries { raisedAt }`;

/** Lists, and the forms of what is in them. */
export const listingChecks: readonly Check[] = [
  {
    id: 'listing.pages',
    sentence: 'Pages of patients follow one another in code order, each patient once, as the Relay specification has it.',
    run: async (registry) => {
      const { totalCount } = await page(registry, 1, null);
      const first = Math.min(MOST_OF_A_PAGE, Math.max(1, Math.ceil(totalCount / PAGES)));
      const codes: string[] = [];
      let after: string | null = null;
      for (let number = 1; number <= PAGES; number += 1) {
        const { edges, pageInfo }: Page = await page(registry, first, after);
        codes.push(...edges.map(({ node }) => node.code));
        expectThat(edges.length <= first, `at most ${first} patients`, edges.length);
        expectSame(edges.at(-1)?.cursor ?? null, pageInfo.endCursor, 'endCursor ');
        expectSame(codes.length < totalCount, pageInfo.hasNextPage, `after ${codes.length} of ${totalCount}, hasNextPage `);
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor;
      }
      expectThat(new Set(codes).size === codes.length, 'each patient once', codes);
      expectSame(codes.toSorted(), codes);
    },
  },
  {
    id: 'listing.arguments',
    sentence: 'A page of no length, of too great a length, or after a cursor that is none, is BAD_USER_INPUT.',
    run: async (registry) => {
      for (const given of ['first: 0', 'first: -1', 'first: 100000', 'after: "nowhere"']) {
        const { codes } = await registry.ask('coordinator', `{ ${registry.field} { registry { patients(${given}) { totalCount } } } }`);
        expectSame(['BAD_USER_INPUT'], codes, `for ${given} `);
      }
    },
  },
  {
    id: 'listing.forms',
    sentence: 'Codes, months, dates, times and values of a patient have their forms, and what is not known is null.',
    run: async (registry) => {
      const { patients } = await registry.read('coordinator', `patients(first: 20) { edges { node { ${PATIENT_FIELDS} } } }`, patientForm);
      if (patients.edges.length === 0) throw new NotTried('the registry has no patient');
    },
  },
  {
    id: 'listing.count',
    sentence: 'As many patients are listed to a coordinator as cases are registered.',
    run: async (registry) => {
      const form = z.object({ registeredCases: z.int(), patients: z.object({ totalCount: z.int() }) });
      const { registeredCases, patients } = await registry.read('coordinator', 'registeredCases patients { totalCount }', form);
      expectSame(registeredCases, patients.totalCount);
    },
  },
  {
    id: 'listing.revision',
    sentence: 'To read changes no revision.',
    run: async (registry) => {
      const form = z.object({ revision: z.int() });
      const { revision } = await registry.read('coordinator', 'revision', form);
      await page(registry, 5, null);
      await registry.read('coordinator', 'quality { patients } cohort { size { value } }', z.unknown());
      expectSame({ revision }, await registry.read('coordinator', 'revision', form));
    },
  },
];
