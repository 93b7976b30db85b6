import fc from 'fast-check';
import { type GraphQLSchema, graphql } from 'graphql';
import { Ctx, Query, Resolver } from 'type-graphql';
import { deriveCase, diseaseEntry } from '../../clinical';
import { type DisclosurePolicy, loadSuppressionSolver, type SuppressionSolver } from '../../disclosure';
import type { BestResponse, DerivedCase } from '../../domain';
import { atLeast, attack, caseFacts, exactly, type Knowledge, LocalPool, type Unknowns } from '../../testing';
import { buildSubgraph } from '../subgraph';
import { CohortInquiries } from './cohort-inquiry';
import { cohortResolvers } from './cohort-resolvers';
import { Cohort } from './cohort-types';

const K = 5;
const policy: DisclosurePolicy = { threshold: K, minimumCountries: 1, extremesReleased: false, note: '' };

@Resolver()
class Root {
  @Query(() => Cohort)
  cohort(@Ctx() { cohorts }: { readonly cohorts: CohortInquiries }): Cohort {
    return cohorts.of({ registry: 'ALL' });
  }
}

let schema: GraphQLSchema;
let solver: SuppressionSolver;

beforeAll(async () => {
  solver = await loadSuppressionSolver();
  schema = await buildSubgraph({ resolvers: [Root, ...cohortResolvers], ownTypes: [] });
});

interface Kind {
  readonly COUNTRY: string;
  readonly disease: string;
  readonly BEST_RESPONSE: BestResponse | undefined;
  /** Whether a line of treatment is documented. */
  readonly treated: boolean;
}

const CML = '9875/3';
const kinds: readonly Kind[] = ['AT', 'DE', 'FR'].flatMap((COUNTRY) =>
  [CML, '9964/3', '9741/3', '8832/1', '8821/1', '8140/3'].flatMap((disease) => [
    ...(['CR', 'PR', 'SD', undefined] as const).map((BEST_RESPONSE) => ({ COUNTRY, disease, BEST_RESPONSE, treated: true })),
    { COUNTRY, disease, BEST_RESPONSE: undefined, treated: false },
  ]),
);
const groupings = {
  COUNTRY: ({ COUNTRY }: Kind) => COUNTRY,
  DISEASE: ({ disease }: Kind) => (diseaseEntry(disease) ? disease : 'OTHER'),
  DISEASE_GROUP: ({ disease }: Kind) => diseaseEntry(disease)?.group ?? 'OTHER',
  BEST_RESPONSE: ({ BEST_RESPONSE }: Kind) => BEST_RESPONSE,
} as const;
type Grouping = keyof typeof groupings;

const { bestResponse: _response, everInProspectiveStudy: _study, ...ordinary } = deriveCase(caseFacts());
const patientOf = ({ disease, BEST_RESPONSE, treated }: Kind): DerivedCase => ({
  ...ordinary,
  disease,
  cml: disease === CML,
  ...(BEST_RESPONSE ? { bestResponse: BEST_RESPONSE } : {}),
  ...(treated ? { everInProspectiveStudy: false } : {}),
});

type Is = (kind: Kind) => boolean;
type Count = { readonly value: number | null };
const both =
  (one: Is, other: Is): Is =>
  (kind) =>
    one(kind) && other(kind);
const has =
  (of: Grouping, value: string | undefined): Is =>
  (kind) =>
    groupings[of](kind) === value;
const isTreated: Is = ({ disease, BEST_RESPONSE, treated }) => BEST_RESPONSE !== undefined || (treated && disease !== CML);
const hasResponded: Is = ({ BEST_RESPONSE }) => BEST_RESPONSE === 'CR' || BEST_RESPONSE === 'PR';

/** Which numbers a reader is told, and which he would like to know. */
class Reader {
  readonly knowledge: Knowledge[] = [];
  readonly targets: Unknowns[] = [];

  learn(is: Is, value: number | null): void {
    const sum = kinds.flatMap((kind, index) => (is(kind) ? [index] : []));
    this.knowledge.push(value === null ? atLeast(sum, 1) : exactly(sum, value));
    if (value === null) this.targets.push(sum);
  }
}

interface Figure {
  readonly text: string;
  readonly read: (answer: never, reader: Reader) => void;
}

interface Rate extends Record<'n' | 'complete' | 'partial' | 'responders', Count> {
  readonly group: string;
  readonly percent: number | null;
}

const rates = (by: Grouping): Figure => ({
  text: `responseRates(by: ${by}) { group n { value } complete { value } partial { value } responders { value } percent }`,
  read: (groups: readonly Rate[], reader) => {
    for (const { group, n, complete, partial, responders, percent } of groups) {
      const treated = both(isTreated, has(by, group));
      expect(percent === null).toBe(n.value === null || responders.value === null);
      reader.learn(treated, n.value);
      reader.learn(both(hasResponded, has(by, group)), responders.value);
      reader.learn(both(has('BEST_RESPONSE', 'CR'), has(by, group)), complete.value);
      reader.learn(both(has('BEST_RESPONSE', 'PR'), has(by, group)), partial.value);
    }
  },
});

interface Row {
  readonly value: string;
  readonly count: number | null;
  readonly cells: readonly { readonly value: string; readonly count: number | null }[] | null;
}

const frequencies = (of: Grouping, by?: Grouping): Figure => ({
  text: `frequencies(of: ${of}${by ? `, by: ${by}` : ''}) { rows { value count cells { value count } } total { value } missing { value } }`,
  read: ({ rows, total, missing }: { rows: readonly Row[]; total: Count; missing: Count }, reader) => {
    reader.learn((kind) => groupings[of](kind) !== undefined, total.value);
    reader.learn(has(of, undefined), missing.value);
    for (const { value, count, cells } of rows) {
      reader.learn(has(of, value), count);
      for (const cell of cells ?? []) if (by) reader.learn(both(has(of, value), has(by, cell.value)), cell.count);
    }
  },
});

const byAll: readonly Figure[] = (['COUNTRY', 'DISEASE', 'DISEASE_GROUP'] as const).map(rates);
const figures: readonly Figure[] = [
  { text: 'size { value }', read: ({ value }: Count, reader) => reader.learn(() => true, value) },
  ...byAll,
  ...(Object.keys(groupings) as Grouping[]).map((of) => frequencies(of)),
  frequencies('BEST_RESPONSE', 'DISEASE'),
  frequencies('DISEASE_GROUP', 'BEST_RESPONSE'),
];

const cohort = fc.array(
  fc.tuple(fc.nat({ max: kinds.length - 1 }), fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 60 }))),
  { minLength: 1, maxLength: 20 },
);

async function expectNothingTold(drawn: readonly (readonly [kind: number, patients: number])[], asked: readonly Figure[]): Promise<void> {
  const patients = drawn.flatMap(([index, number]) => Array.from({ length: number }, () => kinds[index]).flatMap((kind) => kind ?? []));
  const pool = new LocalPool(
    Object.fromEntries(['AT', 'DE', 'FR'].map((code) => [code, patients.filter(({ COUNTRY }) => COUNTRY === code).map(patientOf)])),
  );
  const rules = { policy: () => policy, checkCoverage: () => undefined, differencing: undefined };
  const source = `{ cohort { ${asked.map(({ text }, index) => `f${index}: ${text}`).join(' ')} } }`;
  const { data, errors } = await graphql({ schema, source, contextValue: { cohorts: new CohortInquiries(pool, rules, solver) } });
  if (errors?.some(({ originalError }) => originalError?.name !== 'HubError')) throw errors[0];
  if (!data) return;
  const reader = new Reader();
  for (const [index, answer] of Object.values(data['cohort'] as Record<string, never>).entries()) asked[index]?.read(answer, reader);
  expect(attack(solver, kinds.length, reader.knowledge, reader.targets, K)).toEqual([]);
}

describe('what somebody can work out of response rates', () => {
  it.each(byAll)('of $text, beside another figure, narrows no suppressed count to fewer than k', async (asked) => {
    await fc.assert(
      fc.asyncProperty(cohort, fc.constantFrom(...figures), (drawn, other) => expectNothingTold(drawn, [asked, other])),
      { numRuns: 60 },
    );
  });

  it('refuses groups made by the responses themselves', async () => {
    const rules = { policy: () => policy, checkCoverage: () => undefined, differencing: undefined };
    const contextValue = { cohorts: new CohortInquiries(new LocalPool({}), rules, solver) };
    const { errors } = await graphql({ schema, source: '{ cohort { responseRates(by: BEST_RESPONSE) { group } } }', contextValue });
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
