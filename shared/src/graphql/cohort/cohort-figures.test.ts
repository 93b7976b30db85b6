import { type GraphQLSchema, graphql } from 'graphql';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { deriveCase } from '../../clinical';
import { type DisclosurePolicy, loadSuppressionSolver, type SuppressionSolver } from '../../disclosure';
import type { CaseFacts, DerivedCase } from '../../domain';
import { HubError } from '../../errors';
import type { PartialPool } from '../../statistics';
import { goldenCohorts, LocalPool } from '../../testing';
import { buildSubgraph } from '../subgraph';
import { CohortFilterInput } from './cohort-filter-input';
import { CohortInquiries } from './cohort-inquiry';
import { cohortResolvers } from './cohort-resolvers';
import { Cohort } from './cohort-types';
import { readCohortFilter } from './read-cohort-filter';

interface Context {
  readonly cohorts: CohortInquiries;
}

@Resolver()
class Root {
  @Query(() => Cohort)
  cohort(@Ctx() { cohorts }: Context, @Arg('filter', () => CohortFilterInput, { nullable: true }) filter?: CohortFilterInput): Cohort {
    return cohorts.of(readCohortFilter(filter));
  }
}

const exact: DisclosurePolicy = { threshold: 1, minimumCountries: 1, extremesReleased: true, note: '' };
const atLeastFive: DisclosurePolicy = { ...exact, threshold: 5, extremesReleased: false };

const derived = (cases: readonly CaseFacts[]): readonly DerivedCase[] => cases.map(deriveCase);
const poolOf = (cohort: Readonly<Record<string, readonly CaseFacts[]>>): LocalPool =>
  new LocalPool(Object.fromEntries(Object.entries(cohort).map(([country, cases]) => [country, derived(cases)])));

/** As much of an answer as the tests below read by name. */
interface Answer {
  readonly size: { readonly value: number };
  readonly survival: { readonly curves: readonly { readonly group: string; readonly points: unknown }[]; readonly logRank: unknown };
  readonly cumulativeIncidence: { readonly grayTest: { readonly statistic: number } };
  readonly histogram: unknown;
  readonly coxRegression: unknown;
  readonly logisticRegression: { readonly coefficients: readonly { readonly name: string }[]; readonly proportionality: unknown };
}

let schema: GraphQLSchema;
let solver: SuppressionSolver;
const threeHundred = poolOf(goldenCohorts['three-hundred']);

beforeAll(async () => {
  solver = await loadSuppressionSolver();
  schema = await buildSubgraph({ resolvers: [Root, ...cohortResolvers], ownTypes: [] });
});

async function ask(figures: string, pool: PartialPool = threeHundred, policy: DisclosurePolicy = exact, filter = 'registry: ALL') {
  const contextValue: Context = {
    cohorts: new CohortInquiries(pool, { policy: () => policy, checkCoverage: () => undefined, differencing: undefined }, solver),
  };
  const { data, errors } = await graphql({ schema, source: `{ cohort(filter: { ${filter} }) { ${figures} } }`, contextValue });
  const [error] = errors ?? [];
  const refused = error?.originalError instanceof HubError ? error.originalError : undefined;
  if (error && !refused) throw error;
  return { cohort: data?.['cohort'] as Answer, refused };
}

const POINT = 'month atRisk survival standardError lower upper suppressed';
const CURVE = `group n { value } events { value suppressed } median medianLower medianUpper points { ${POINT} } restrictedMean(horizonMonth: 24) { months standardError lower upper suppressed }`;
const MODEL = `n { value suppressed } events { value suppressed } excludedForMissing { value suppressed } logLikelihood nullLogLikelihood iterations converged note
  coefficients { name estimate standardError ratio lower upper pValue } likelihoodRatio { statistic degreesOfFreedom pValue } wald { statistic degreesOfFreedom pValue }
  proportionality { terms { name test { pValue } } global { statistic degreesOfFreedom pValue } }`;
const AGE_AND_SEX = '[{ measure: AGE_AT_DIAGNOSIS }, { variable: SEX, reference: "F" }]';
const everyFigure = `
  size { value }
  frequencies(of: SEX, by: COUNTRY) { total { value } rows { value count } }
  summary(of: WBC_AT_DIAGNOSIS, by: SEX) { group n { value } median }
  histogram(of: AGE_AT_DIAGNOSIS, width: 10) { bins { from to count suppressed } missing { value } }
  milestones(edition: ELN_2006) { month evaluable { value } rows { value count } }
  survival(by: SEX) { curves { ${CURVE} } logRank { statistic degreesOfFreedom pValue } note }
  cumulativeIncidence(event: PROGRESSION, by: SEX) { curves { group n { value } points { month incidence competingIncidence } } grayTest { statistic } note }
  coxRegression(covariates: ${AGE_AND_SEX}) { ${MODEL} }
  logisticRegression(outcome: { variable: VITAL_STATUS, value: "DEAD" }, covariates: ${AGE_AND_SEX}) { ${MODEL} }`;

describe('figures of a cohort', () => {
  it('travel in one question, however many they are', async () => {
    const pool = poolOf(goldenCohorts['heavy-ties']);
    await ask(
      'size { value } frequencies(of: SEX) { total { value } } histogram(of: AGE_AT_DIAGNOSIS, width: 10) { missing { value } } a: survival { note } b: survival(months: [3]) { note } cumulativeIncidence(event: CML_DEATH) { note }',
      pool,
    );
    expect(pool.questions.map(({ figures }) => figures.map(({ kind }) => kind))).toEqual([
      ['size', 'frequencies', 'summary', 'survival', 'incidence'],
    ]);
  });

  it('go in step where they are models', async () => {
    const pool = poolOf(goldenCohorts['three-hundred']);
    const { cohort } = await ask(
      `a: coxRegression(covariates: ${AGE_AND_SEX}) { iterations }
       b: coxRegression(endpoint: PROGRESSION_FREE, covariates: [{ measure: WBC_AT_DIAGNOSIS }]) { iterations }
       c: logisticRegression(outcome: { variable: SEX, value: "M" }, covariates: [{ measure: WBC_AT_DIAGNOSIS }]) { iterations }`,
      pool,
    );
    const iterations = Object.values(cohort).map((model) => Number(model.iterations));
    // who is in a model, where it starts, then a step an iteration
    expect(pool.questions).toHaveLength(2 + Math.max(...iterations));
    expect(pool.questions.map(({ figures }) => figures.length)).toEqual(
      pool.questions.map((_, round) => iterations.filter((count) => round < 2 + count).length),
    );
  });

  it('are exact and complete for who may see them', async () => {
    const { cohort } = await ask(everyFigure);
    expect(cohort.size.value).toBe(300);
    expect(cohort.survival.curves.map(({ group }) => group)).toEqual(['F', 'M']);
    expect(cohort.survival.logRank).toMatchObject({ degreesOfFreedom: 1 });
    expect(cohort.cumulativeIncidence.grayTest.statistic).toBeGreaterThan(0);
    expect(cohort.coxRegression).toMatchObject({
      n: { value: 300, suppressed: false },
      excludedForMissing: { value: 0 },
      converged: true,
      note: null,
      likelihoodRatio: { degreesOfFreedom: 2 },
      proportionality: { terms: [{ name: 'AGE_AT_DIAGNOSIS' }, { name: 'SEX' }], global: { degreesOfFreedom: 2 } },
    });
    expect(cohort.logisticRegression.coefficients.map(({ name }) => name)).toEqual(['(Intercept)', 'AGE_AT_DIAGNOSIS', 'SEX=M']);
    expect(cohort.logisticRegression.proportionality).toBeNull();
  });

  it.each<[string, string, DisclosurePolicy]>([
    ['a filter that matches nobody', 'registry: ALL, sex: []', exact],
    ['the same, with disclosure control', 'registry: ALL, sex: []', atLeastFive],
  ])('are empty, neither errors nor NaN, of %s', async (_what, filter, policy) => {
    const { cohort, refused } = await ask(everyFigure, threeHundred, policy, filter);
    expect(refused).toBeUndefined();
    expect(cohort.survival).toMatchObject({ curves: [], logRank: null });
    expect(cohort.coxRegression).toMatchObject({ n: { value: 0 }, coefficients: [], converged: false });
    expect(cohort.histogram).toEqual({ bins: [], missing: { value: 0 } });
  });

  it.each(Object.keys(goldenCohorts))('never hold what is no number, of the cohort %s', async (name) => {
    const pool = poolOf(goldenCohorts[name as keyof typeof goldenCohorts]);
    const plain = everyFigure.slice(0, everyFigure.indexOf('coxRegression'));
    expect((await ask(plain, pool)).refused).toBeUndefined();
    expect((await ask(plain, pool, atLeastFive)).refused).toBeUndefined();
  });
});

describe('a registry that changes while a model is fitted', () => {
  it.each<[string, number]>([
    ['before its first step', 1],
    ['before a later one', 3],
  ])('makes the model a conflict: %s', async (_what, round) => {
    const before = poolOf(goldenCohorts['three-hundred']);
    const after = poolOf({ ...goldenCohorts['three-hundred'], IL: [] });
    let asked = 0;
    const changing: PartialPool = {
      ask: (question) => {
        asked += 1;
        return (asked > round ? after : before).ask(question);
      },
    };
    const { refused } = await ask(`coxRegression(covariates: ${AGE_AND_SEX}) { iterations }`, changing);
    expect(refused?.code).toBe('CONFLICT');
  });
});

describe('models of few', () => {
  it.each<[string, keyof typeof goldenCohorts, string]>([
    ['patients', 'one-patient', '{ measure: AGE_AT_DIAGNOSIS }'],
    ['patients with one of the values', 'all-on-one-day', '{ variable: SEX, reference: "F" }'],
  ])('%s are refused under disclosure control', async (_what, name, covariates) => {
    const figure = `coxRegression(covariates: [${covariates}]) { iterations }`;
    const { refused } = await ask(figure, poolOf(goldenCohorts[name]), atLeastFive);
    expect(refused?.code).toBe('DISCLOSURE_REFUSED');
  });
});

describe('notes beside curves', () => {
  it.each<[string, string, RegExp | undefined]>([
    ['survival from failure', 'survival(from: FAILURE) { note }', /Left truncation is off/],
    [
      'the same with delayed entry',
      'survival(from: FAILURE, delayedEntry: true) { note }',
      /at risk from the day after their notification/,
    ],
    ['a landmark', 'survival(landmarkMonth: 12) { note }', /month 12/],
    ['groups that are known only later', 'survival(by: FAILURE_CATEGORY) { note }', /Consider a landmark/],
    [
      'treatment-free survival',
      'survival(endpoint: TREATMENT_FREE_SURVIVAL, from: TREATMENT_FREE_REMISSION_START) { note }',
      /followed until their last BCR::ABL1/,
    ],
    ['groups that are known only once inhibitors are stopped', 'survival(by: TKI_DISCONTINUATION_REASON) { note }', /Consider a landmark/],
    ['nothing to bear in mind', 'survival(by: SEX) { note }', undefined],
  ])('speak of %s', async (_what, figure, note) => {
    const { cohort } = await ask(figure);
    expect(cohort.survival).toEqual({ note: note ? expect.stringMatching(note) : null });
  });

  it('of a registry of failures say that there are no rates of failure in it, and who could be in it', async () => {
    const figures = 'survival(endpoint: FAILURE_FREE) { note } cumulativeIncidence(event: CML_DEATH) { note }';
    const { cohort } = await ask(figures, threeHundred, exact, 'registry: IMATINIB_FAILURE');
    expect(cohort.survival).toEqual({ note: expect.stringMatching(/no rate or probability of failure/) });
    expect(cohort.cumulativeIncidence).toEqual({ note: expect.stringMatching(/lived to fail/) });
  });
});

describe('arguments that make no sense', () => {
  const cox = (covariates: string, rest = ''): string => `coxRegression(${rest} covariates: [${covariates}]) { n { value } }`;
  const AGE = '{ measure: AGE_AT_DIAGNOSIS }';

  it.each<[string, string, string]>([
    ['negative months', 'survival(months: [6, -1]) { note }', 'months'],
    ['months beyond a century', 'cumulativeIncidence(event: FAILURE, months: [1201]) { note }', 'months'],
    ['thousands of months', `survival(months: [${Array.from({ length: 1001 }, (_, month) => month).join()}]) { note }`, 'months'],
    ['a landmark before the origin', 'survival(landmarkMonth: -1) { note }', 'landmarkMonth'],
    ['groups by a variable of several values', 'survival(by: MUTATION) { note }', 'by'],
    ['the same for incidences', 'cumulativeIncidence(event: FAILURE, by: ADVERSE_EVENT) { note }', 'by'],
    ['treatment-free survival from diagnosis', 'survival(endpoint: TREATMENT_FREE_SURVIVAL, from: DIAGNOSIS) { note }', 'from'],
    ['an incidence from an origin that it does not have', 'cumulativeIncidence(event: TKI_DISCONTINUATION) { note }', 'from'],
    ['a model of the same', cox(AGE, 'endpoint: FAILURE_FREE, from: TKI_DISCONTINUATION,'), 'from'],
    ['late entry from diagnosis', 'survival(from: DIAGNOSIS, delayedEntry: true) { note }', 'delayedEntry'],
    ['a horizon of no time', 'survival { curves { restrictedMean(horizonMonth: 0) { months } } }', 'horizonMonth'],
    ['bins of no width', 'histogram(of: AGE_AT_DIAGNOSIS, width: 0) { missing { value } }', 'width'],
    ['bins without number', 'histogram(of: WBC_AT_DIAGNOSIS, width: 0.1) { missing { value } }', 'width'],
    ['bins without end', 'histogram(of: AGE_AT_DIAGNOSIS, width: 1e999) { missing { value } }', 'width'],
    ['no covariates', cox(''), 'covariates'],
    ['neither measure nor variable', cox('{ reference: "F" }'), 'covariates[0]'],
    ['both measure and variable', cox(`${AGE} { measure: SOKAL, variable: SEX, reference: "F" }`), 'covariates[1]'],
    ['the same measure twice', cox(`${AGE} ${AGE}`), 'covariates[1]'],
    ['the same variable twice', cox('{ variable: SEX, reference: "F" } { variable: SEX, reference: "M" }'), 'covariates[1]'],
    ['a measure with a reference', cox('{ measure: SOKAL, reference: "1" }'), 'covariates[0].reference'],
    ['a variable without a reference', cox('{ variable: SEX }'), 'covariates[0].reference'],
    ['a reference that is no value', cox('{ variable: SEX, reference: "W" }'), 'covariates[0].reference'],
    ['a reference that nobody has', cox('{ variable: SEX, reference: "OTHER" }'), 'covariates[0].reference'],
    ['a reference country that is not there', cox('{ variable: COUNTRY, reference: "PL" }'), 'covariates[0].reference'],
    ['a variable of several values', cox('{ variable: MUTATION, reference: "T315I" }'), 'covariates[0].variable'],
    ['a variable with a single value', cox('{ variable: DISEASE, reference: "9875/3" }'), 'covariates[0]'],
    ['countries, which are strata', cox('{ variable: COUNTRY, reference: "FR" }'), 'covariates'],
    [
      'collinear covariates',
      cox(
        '{ variable: FAILURE_SUBCATEGORY, reference: "HEMATOLOGIC_RELAPSE" } { variable: FAILURE_CATEGORY, reference: "LOSS_OF_RESPONSE" }',
      ),
      'covariates',
    ],
    ['late entry into a model from diagnosis', cox(AGE, 'from: DIAGNOSIS, delayedEntry: true,'), 'delayedEntry'],
    [
      'an outcome of several values',
      'logisticRegression(outcome: { variable: MUTATION, value: "T315I" }, covariates: [{ measure: SOKAL }]) { iterations }',
      'outcome.variable',
    ],
    [
      'an outcome that is no value',
      'logisticRegression(outcome: { variable: SEX, value: "W" }, covariates: [{ measure: SOKAL }]) { iterations }',
      'outcome.value',
    ],
    [
      'an outcome that nobody has',
      `logisticRegression(outcome: { variable: SEX, value: "OTHER" }, covariates: [${AGE}]) { iterations }`,
      'outcome',
    ],
    [
      'an outcome that everybody has',
      `logisticRegression(outcome: { variable: DISEASE, value: "9875/3" }, covariates: [${AGE}]) { iterations }`,
      'outcome',
    ],
    [
      'an outcome that explains itself',
      'logisticRegression(outcome: { variable: SEX, value: "M" }, covariates: [{ variable: SEX, reference: "F" }]) { iterations }',
      'covariates[0]',
    ],
    [
      'data that the outcome separates',
      `logisticRegression(outcome: { variable: AGE_GROUP_AT_DIAGNOSIS, value: "70-79" }, covariates: [${AGE}]) { iterations }`,
      'covariates',
    ],
  ])('are refused by name: %s', async (_what, figure, field) => {
    const { refused } = await ask(figure);
    expect([refused?.code, refused?.details.problems?.map((problem) => problem.field)]).toEqual(['BAD_USER_INPUT', [field]]);
  });

  it.each<[string, keyof typeof goldenCohorts, string, RegExp]>([
    ['nobody has the event', 'nobody-died', `[${AGE}]`, /nobody in this model has the event/],
    ['a value without an event', 'flat-at-half', '[{ variable: COUNTRY, reference: "DE" }]', /stratified by country/],
    ['all events on one day, of all', 'all-on-one-day', '[{ variable: SEX, reference: "F" }]', /SEX=M is the same for all/],
  ])('are refused with the reason: %s', async (_what, name, covariates, reason) => {
    const { refused } = await ask(`coxRegression(covariates: ${covariates}) { iterations }`, poolOf(goldenCohorts[name]));
    expect(refused?.message).toMatch(reason);
  });

  it('give each month once, in their order', async () => {
    const { cohort } = await ask('survival(months: [12, 0, 12]) { curves { points { month } } }');
    expect(cohort.survival.curves[0]?.points).toEqual([{ month: 0 }, { month: 12 }]);
  });
});
