import fc from 'fast-check';
import { type GraphQLSchema, graphql } from 'graphql';
import { Ctx, Query, Resolver } from 'type-graphql';
import { deriveCase, failureCategoryOf } from '../../clinical';
import { type DisclosurePolicy, loadSuppressionSolver, type SuppressionSolver } from '../../disclosure';
import type { DerivedCase, FailureSubcategory } from '../../domain';
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

/** All that figures tell patients apart by: what somebody must guess is how many there are of each kind. */
interface Kind {
  readonly COUNTRY: string;
  readonly SEX: 'F' | 'M';
  readonly FAILURE_SUBCATEGORY: FailureSubcategory;
  readonly FAILURE_CATEGORY: string;
  readonly age: number | undefined;
  readonly AGE_GROUP_AT_DIAGNOSIS: string | undefined;
  readonly fate: 'ALIVE' | 'DEAD' | 'NOT FOLLOWED';
  readonly mutated: boolean;
  /** At the milestone of six months; undefined where it was not reached. */
  readonly response: 'OPTIMAL' | 'FAILURE' | undefined;
}

function combine<A, B>(some: readonly A[], others: readonly B[]): readonly (A & B)[] {
  return some.flatMap((one) => others.map((other) => ({ ...one, ...other })));
}

const subcategories = ['NO_CYTOGENETIC_RESPONSE', 'NO_MAJOR_CYTOGENETIC_RESPONSE', 'HEMATOLOGIC_RELAPSE'] as const;
const ages = [42, 48, 55, undefined].map((age) => ({
  age,
  AGE_GROUP_AT_DIAGNOSIS: age === undefined ? undefined : age < 50 ? '40-49' : '50-59',
}));
const people = combine(
  ['AT', 'DE', 'FR'].map((COUNTRY) => ({ COUNTRY })),
  combine(
    (['F', 'M'] as const).map((SEX) => ({ SEX })),
    ages,
  ),
);
const courses = combine(
  subcategories.map((subcategory) => ({ FAILURE_SUBCATEGORY: subcategory, FAILURE_CATEGORY: failureCategoryOf(subcategory) })),
  (['ALIVE', 'DEAD', 'NOT FOLLOWED'] as const).map((fate) => ({ fate })),
);
const findings = combine(
  [false, true].map((mutated) => ({ mutated })),
  (['OPTIMAL', 'FAILURE', undefined] as const).map((response) => ({ response })),
);
const kinds: readonly Kind[] = combine(combine(people, courses), findings);

const { ageAtDiagnosis: _age, lastContactOn: _contact, diedOn: _died, deathCause: _cause, ...ordinary } = deriveCase(caseFacts());

function patientOf(kind: Kind): DerivedCase {
  const { SEX: sex, FAILURE_SUBCATEGORY: reportedSubcategory, age, fate, mutated, response } = kind;
  return {
    ...ordinary,
    sex,
    vitalStatus: fate === 'DEAD' ? 'DEAD' : 'ALIVE',
    mutations: mutated ? ['T315I'] : [],
    reportedSubcategory,
    reportedCategory: failureCategoryOf(reportedSubcategory),
    milestoneResponses: { ELN_2006: response ? { 6: response } : {} },
    ...(age === undefined ? {} : { ageAtDiagnosis: age }),
    ...(fate === 'ALIVE' ? { lastContactOn: '2009-01-01' } : {}),
    ...(fate === 'DEAD' ? { diedOn: '2006-01-01', deathCause: 'CML' as const } : {}),
  };
}

type Is = (kind: Kind) => boolean;
type Count = { readonly value: number | null };

/** What a reader makes of figures: which numbers he is told, and which he would like to know. */
class Reader {
  readonly knowledge: Knowledge[] = [];
  readonly targets: Unknowns[] = [];

  /** @param countOf what a count really is, for figures from which it can be worked out */
  constructor(readonly countOf: (is: Is) => number) {}

  /** @param value null where it is suppressed; then somebody is in it, since zero would have been released */
  learn(is: Is, value: number | null | undefined): void {
    const sum = kinds.flatMap((kind, index) => (is(kind) ? [index] : []));
    if (typeof value === 'number') {
      this.knowledge.push(exactly(sum, value));
    } else {
      this.knowledge.push(atLeast(sum, 1));
      this.targets.push(sum);
    }
  }
}

interface Figure {
  readonly text: string;
  /** What a table of the figure crosses. */
  readonly crosses?: readonly [string, string];
  /** Takes the answer in the shape that the text asks for. */
  readonly read: (answer: never, reader: Reader) => void;
}

const grouped = ['COUNTRY', 'SEX', 'FAILURE_CATEGORY', 'FAILURE_SUBCATEGORY', 'AGE_GROUP_AT_DIAGNOSIS'] as const;
type Grouping = (typeof grouped)[number];
const all: Is = () => true;
const both =
  (one: Is, other: Is): Is =>
  (kind) =>
    one(kind) && other(kind);
const has =
  (of: Grouping, value: string): Is =>
  (kind) =>
    kind[of] === value;
const followed: Is = ({ fate }) => fate !== 'NOT FOLLOWED';
const died: Is = ({ fate }) => fate === 'DEAD';
const isKnown: Is = ({ age }) => age !== undefined;

function frequencies(of: Grouping, by: Grouping | undefined): Figure {
  const row = 'rows { value count percent cells { value count percentOfRow } } total { value } missing { value }';
  return {
    text: `frequencies(of: ${of}${by ? `, by: ${by}` : ''}) { ${row} }`,
    ...crossing(of, by),
    read: ({ rows, total, missing }: { rows: Row[]; total: Count; missing: Count }, reader) => {
      const known: Is = (kind) => kind[of] !== undefined;
      reader.learn(known, total.value);
      reader.learn((kind) => kind[of] === undefined, missing.value);
      reader.learn((kind) => kind[of] !== undefined && !rows.some(({ value }) => value === kind[of]), 0);
      for (const { value, count, percent, cells } of rows) {
        reader.learn(has(of, value), count);
        if (count !== null && percent !== null) reader.learn(known, Math.round((100 * count) / percent));
        if (!by) continue;
        for (const cell of cells ?? []) {
          reader.learn(both(has(of, value), has(by, cell.value)), cell.count);
          if (!cell.count || cell.percentOfRow === null) continue;
          reader.learn(
            both(has(of, value), (kind) => kind[by] !== undefined),
            Math.round((100 * cell.count) / cell.percentOfRow),
          );
        }
      }
    },
  };
}

interface Row {
  readonly value: string;
  readonly count: number | null;
  readonly percent: number | null;
  readonly cells: readonly { readonly value: string; readonly count: number | null; readonly percentOfRow: number | null }[] | null;
}

function crossing(one: string, other: string | undefined): Pick<Figure, 'crosses'> {
  // categories are made of subcategories: to cross the ones is to cross the others
  const variable = (name: string): string => (name === 'FAILURE_CATEGORY' ? 'FAILURE_SUBCATEGORY' : name);
  return other ? { crosses: [variable(one), variable(other)] } : {};
}

const groupOf = (by: Grouping | undefined, group: string | null): Is => (by && group ? has(by, group) : all);

function summary(by: Grouping | undefined): Figure {
  return {
    ...crossing('AGE_GROUP_AT_DIAGNOSIS', by),
    text: `summary(of: AGE_AT_DIAGNOSIS${by ? `, by: ${by}` : ''}) { group n { value } missing { value } }`,
    read: (groups: { group: string | null; n: Count; missing: Count }[], reader) => {
      for (const { group, n, missing } of groups) {
        reader.learn(both(groupOf(by, group), isKnown), n.value);
        reader.learn(
          both(groupOf(by, group), (kind) => !isKnown(kind)),
          missing.value,
        );
      }
    },
  };
}

function curves(figure: string, by: Grouping | undefined): Figure {
  return {
    ...crossing('fate', by),
    text: `${figure}months: [0]${by ? `, by: ${by}` : ''}) { curves { group n { value } events { value } points { atRisk } } }`,
    read: (answer: { curves: { group: string | null; n: Count; events: Count; points: { atRisk: number | null }[] }[] }, reader) => {
      for (const { group, n, events, points } of answer.curves) {
        reader.learn(both(groupOf(by, group), followed), n.value);
        // a curve that is not shown shows no events either, be they none
        if (n.value !== null) reader.learn(both(groupOf(by, group), died), events.value);
        for (const { atRisk } of points) if (atRisk !== null) reader.learn(both(groupOf(by, group), followed), atRisk);
      }
    },
  };
}

function histogram(width: number): Figure {
  return {
    text: `histogram(of: AGE_AT_DIAGNOSIS, width: ${width}) { bins { from to count } missing { value } }`,
    read: ({ bins, missing }: { bins: { from: number | null; to: number | null; count: number | null }[]; missing: Count }, reader) => {
      reader.learn((kind) => !isKnown(kind), missing.value);
      for (const { from, to, count } of bins) {
        reader.learn(({ age }) => age !== undefined && age >= (from ?? 0) && age < (to ?? 200), count);
      }
    },
  };
}

const mutations: Figure = {
  text: 'frequencies(of: MUTATION) { rows { value count percent } total { value } }',
  read: ({ rows, total }: { rows: Row[]; total: Count }, reader) => {
    reader.learn(all, total.value);
    for (const { count } of rows) reader.learn(({ mutated }) => mutated, count);
  },
};

const milestones: Figure = {
  text: 'milestones(edition: ELN_2006) { month evaluable { value } rows { value count percent } }',
  read: (answer: { month: number; evaluable: Count; rows: Row[] }[], reader) => {
    for (const { month, evaluable, rows } of answer) {
      reader.learn(({ response }) => month === 6 && response !== undefined, evaluable.value);
      for (const { value, count } of rows) reader.learn(({ response }) => month === 6 && response === value, count);
    }
  },
};

const size: Figure = { text: 'size { value }', read: ({ value }: Count, reader) => reader.learn(all, value) };

type ModelCounts = Record<'n' | 'events' | 'excludedForMissing', Count>;

function model(
  text: string,
  { inModel, event, crosses, told }: { inModel: Is; event: Is; crosses: readonly [string, string]; told?: readonly Is[] },
): Figure {
  return {
    crosses,
    text: `${text} { n { value } events { value } excludedForMissing { value } }`,
    read: ({ n, events, excludedForMissing }: ModelCounts, reader) => {
      reader.learn(inModel, n.value);
      reader.learn(both(inModel, event), events.value);
      reader.learn((kind) => !inModel(kind), excludedForMissing.value);
      // what coefficients tell
      for (const is of told ?? []) reader.learn(is, reader.countOf(is));
    },
  };
}

const man: Is = ({ SEX }) => SEX === 'M';
const countries = ['AT', 'DE', 'FR'].map((code) => has('COUNTRY', code));
const models: readonly Figure[] = [
  model('coxRegression(covariates: [{ measure: AGE_AT_DIAGNOSIS }])', {
    inModel: both(followed, isKnown),
    event: died,
    crosses: ['fate', 'AGE_GROUP_AT_DIAGNOSIS'],
  }),
  model('logisticRegression(outcome: { variable: SEX, value: "M" }, covariates: [{ measure: AGE_AT_DIAGNOSIS }])', {
    inModel: isKnown,
    event: man,
    crosses: ['SEX', 'AGE_GROUP_AT_DIAGNOSIS'],
  }),
  model('logisticRegression(outcome: { variable: SEX, value: "M" }, covariates: [{ variable: COUNTRY, reference: "DE" }])', {
    inModel: all,
    event: man,
    crosses: ['SEX', 'COUNTRY'],
    told: countries.flatMap((of) => [of, both(of, man)]),
  }),
];

const SURVIVAL = 'survival(';
const INCIDENCE = 'cumulativeIncidence(event: CML_DEATH, ';
const optional = [undefined, ...grouped];
const crossed = grouped.flatMap((of) => grouped.flatMap((by) => (of === by ? [] : [frequencies(of, by)])));
const figures: Readonly<Record<string, readonly Figure[]>> = {
  size: [size],
  frequencies: grouped.map((of) => frequencies(of, undefined)),
  'two-way frequencies': crossed,
  'mutations, which overlap': [mutations],
  summaries: optional.map(summary),
  histograms: [10, 6].map(histogram),
  'survival curves': optional.map((by) => curves(SURVIVAL, by)),
  incidences: optional.map((by) => curves(INCIDENCE, by)),
  milestones: [milestones],
  models,
};
const figureKinds = Object.keys(figures);
const figureOf = (kind: string): fc.Arbitrary<Figure> => fc.constantFrom(...(figures[kind] ?? []));

/** Cohorts in which some kinds of patients are common and most are rare. */
const cohort = fc.array(
  fc.tuple(fc.nat({ max: kinds.length - 1 }), fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 60 }))),
  { minLength: 1, maxLength: 24 },
);

type Drawn = readonly (readonly [kind: number, patients: number])[];

async function answersOf(drawn: Drawn, asked: readonly Figure[]): Promise<Reader | 'refused'> {
  const patients = drawn.flatMap(([index, number]) => Array.from({ length: number }, () => kinds[index]).flatMap((kind) => kind ?? []));
  const byCountry = Object.fromEntries(
    ['AT', 'DE', 'FR'].map((code) => [code, patients.filter((kind) => kind.COUNTRY === code).map(patientOf)]),
  );
  const contextValue = {
    cohorts: new CohortInquiries(
      new LocalPool(byCountry),
      { policy: () => policy, checkCoverage: () => undefined, differencing: undefined },
      solver,
    ),
  };
  const source = `{ cohort { ${asked.map(({ text }, index) => `f${index}: ${text}`).join(' ')} } }`;
  const { data, errors } = await graphql({ schema, source, contextValue });
  if (errors?.some(({ extensions, originalError }) => !extensions['code'] && originalError?.name !== 'HubError')) throw errors[0];
  if (!data) return 'refused';
  const reader = new Reader((is) => patients.filter(is).length);
  const answers = Object.values(data['cohort'] as Record<string, never>);
  for (const [index, answer] of answers.entries()) asked[index]?.read(answer, reader);
  return reader;
}

async function expectNothingTold(drawn: Drawn, asked: readonly Figure[]): Promise<void> {
  const reader = await answersOf(drawn, asked);
  if (reader === 'refused') return;
  expect(attack(solver, kinds.length, reader.knowledge, reader.targets, K)).toEqual([]);
}

/**
 * Leaves out figures that would close a ring of tables: A by B, B by C and C by A tell more of each other than that their
 * margins agree, which suppression does not look at.
 */
function withoutRings(asked: readonly Figure[]): readonly Figure[] {
  const groups = new Map<string, string>();
  const tables = new Set<string>();
  const rootOf = (name: string): string => {
    const parent = groups.get(name);
    return parent === undefined ? name : rootOf(parent);
  };
  return asked.filter(({ crosses }) => {
    if (!crosses) return true;
    const table = crosses.toSorted().join();
    const [one, other] = [rootOf(crosses[0]), rootOf(crosses[1])];
    if (tables.has(table) || one === other) return tables.has(table) || crosses[0] === crosses[1];
    groups.set(one, other);
    tables.add(table);
    return true;
  });
}

const pairs = figureKinds.flatMap((one, index) => figureKinds.slice(index).map((other) => [one, other] as const));

describe('what somebody can work out of all figures of an operation together', () => {
  it.each(pairs)('of %s and %s narrows no suppressed count to fewer than k', async (one, other) => {
    const property = fc.asyncProperty(cohort, figureOf(one), figureOf(other), (drawn, first, second) =>
      expectNothingTold(drawn, [first, second]),
    );
    await fc.assert(property, { numRuns: 6 });
  });

  it('of a model that lies in an analysis whose curves are told neither', async () => {
    const drawn: Drawn = [
      [582, 3],
      [0, 2],
      [474, 2],
      [198, 2],
      [0, 3],
    ];
    const asked = [curves(SURVIVAL, 'FAILURE_CATEGORY'), frequencies('COUNTRY', 'FAILURE_SUBCATEGORY'), ...models.slice(0, 1)];
    await expectNothingTold(drawn, asked);
  });

  it('of many figures neither', async () => {
    const many = fc.shuffledSubarray(Object.values(figures).flat(), { minLength: 4, maxLength: 12 }).map(withoutRings);
    await fc.assert(fc.asyncProperty(cohort, many, expectNothingTold), { numRuns: 40 });
  });
});
