import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deriveCase } from '../clinical';
import { type GoldenCohort, goldenCohorts, LocalPool, observatoryCohorts, writeBundle } from '../testing';
import {
  type Covariate,
  codeCovariates,
  dayOfMonth,
  type FigureQuestion,
  fitModel,
  grayTest,
  groupedTimes,
  type IncidenceEvent,
  incidenceCurve,
  incidencePoint,
  logRankTest,
  type Measure,
  type Model,
  medianSurvival,
  modelDesign,
  normalTwoSidedTail,
  proportionalityTests,
  type RegistryName,
  restrictedMean,
  type SurvivalEndpoint,
  summaryFigure,
  survivalCurve,
  survivalPoint,
  type TestResult,
  type TimeOrigin,
  type Variable,
} from '.';

const R_FOLDER = path.join(__dirname, '../../../.config/r');
const SCRIPT = path.join(R_FOLDER, 'expected-figures.R');
const HORIZON = 24;

type Expected = number | null;
type ExpectedTest = { readonly statistic: number; readonly df: number; readonly p: number } | null;

/** What the script prints of one cohort. */
interface ExpectedFigures {
  readonly n: number;
  readonly summaries: Readonly<Record<Measure, { n: number; missing: number; mean: Expected; sd: Expected; quantiles: Expected[] }>>;
  readonly survival: readonly {
    readonly endpoint: SurvivalEndpoint;
    readonly from: TimeOrigin;
    readonly by: string | null;
    readonly delayedEntry: boolean;
    readonly landmarkMonth: number;
    readonly curves: readonly ({ readonly group: string; readonly month: readonly number[] } & Readonly<
      Record<'n' | 'events' | 'median' | 'medianLower' | 'medianUpper' | 'restrictedMean' | 'restrictedMeanError', Expected> &
        Record<'atRisk' | 'survival' | 'standardError' | 'lower' | 'upper', readonly Expected[]>
    >)[];
    readonly logRank: ExpectedTest;
  }[];
  readonly incidence: readonly {
    readonly event: IncidenceEvent;
    readonly from: TimeOrigin;
    readonly by: string | null;
    readonly curves: readonly ({
      readonly group: string;
      readonly n: number;
      readonly events: number;
      readonly month: readonly number[];
    } & Readonly<Record<'atRisk' | 'incidence' | 'competingIncidence' | 'standardError' | 'lower' | 'upper', readonly Expected[]>>)[];
    readonly gray: ExpectedTest;
  }[];
  readonly cox: readonly (ExpectedModel & {
    readonly endpoint: SurvivalEndpoint;
    readonly from: TimeOrigin;
    readonly delayedEntry: boolean;
  })[];
  readonly logistic: readonly (ExpectedModel & { readonly outcome: string })[];
}

interface ExpectedModel {
  readonly covariates: readonly string[];
  readonly model:
    | (Readonly<Record<'n' | 'events' | 'logLikelihood' | 'nullLogLikelihood' | 'iterations', number>> & {
        readonly coefficients: readonly Readonly<{ name: string; estimate: number; standardError: number; p: number }>[];
        readonly proportionality?: readonly ({ readonly name: string } & NonNullable<ExpectedTest>)[];
      })
    | null;
}

const variableOf: Readonly<Record<string, Variable>> = {
  sex: 'SEX',
  country: 'COUNTRY',
  subcategory: 'FAILURE_SUBCATEGORY',
  first_tki: 'FIRST_TKI',
};
const references = new Map<Variable, string>([
  ['SEX', 'F'],
  ['FAILURE_SUBCATEGORY', 'NO_COMPLETE_HEMATOLOGIC_RESPONSE'],
]);

/** What the script is asked for, and what it answered. */
interface GoldenFile {
  readonly file: string;
  readonly options: readonly string[];
  readonly cohorts: Readonly<Record<string, GoldenCohort>>;
  readonly registry: RegistryName;
}

const goldenFiles: readonly GoldenFile[] = [
  { file: 'expected-figures.json', options: [], cohorts: goldenCohorts, registry: 'ALL' },
  { file: 'expected-observatory.json', options: ['--observatory'], cohorts: observatoryCohorts, registry: 'TKI_OBSERVATORY' },
];
const committed = ({ file }: GoldenFile): Record<string, ExpectedFigures> =>
  JSON.parse(readFileSync(path.join(R_FOLDER, file), 'utf8')) as Record<string, ExpectedFigures>;

const comparisons = goldenFiles.flatMap((golden) =>
  Object.entries(committed(golden)).map(([name, expected]) => ({
    name,
    registry: golden.registry,
    cohort: golden.cohorts[name] ?? {},
    expected,
  })),
);

const poolOf = (cohort: GoldenCohort): LocalPool =>
  new LocalPool(Object.fromEntries(Object.entries(cohort).map(([country, cases]) => [country, cases.map(deriveCase)])));

/** Equal to 1e-8 of itself; what R can't give, null or NaN there, is not given here either. */
function expectClose(ours: number | undefined, theirs: Expected | undefined): void {
  if (theirs === null || theirs === undefined) expect(ours).toBeUndefined();
  else expect(Math.abs((ours ?? Number.NaN) - theirs)).toBeLessThanOrEqual(1e-8 * Math.max(Math.abs(theirs), 1e-6));
}

function expectTest(ours: TestResult | undefined, theirs: ExpectedTest): void {
  expectClose(ours?.statistic, theirs?.statistic);
  expectClose(ours?.degreesOfFreedom, theirs?.df);
  expectClose(ours?.pValue, theirs?.p);
}

const askOf =
  (pool: LocalPool, registry: RegistryName) =>
  async (figure: FigureQuestion): Promise<{ counts: Parameters<typeof groupedTimes>[0]; countries: readonly string[] }> => {
    const { figures, question } = await pool.ask({ filter: { registry }, figures: [figure] });
    const [counts] = figures;
    if (!counts) throw new Error('no answer');
    return { counts, countries: question.countries };
  };

async function fitted(ask: ReturnType<typeof askOf>, model: Model<Covariate>) {
  const { counts, countries } = await ask({ kind: 'modelDesign', model });
  const design = modelDesign(counts, model.covariates, countries);
  const covariates = codeCovariates(model, design, references);
  if ('kind' in covariates || design.events === 0) return undefined;
  const askCounts = async (figure: FigureQuestion) => (await ask(figure)).counts;
  const fit = await fitModel(askCounts, { ...model, covariates }, design);
  return fit.kind === 'fitted' ? { fit, design, tests: await proportionalityTests(askCounts, fit, design) } : undefined;
}

async function expectModel(ask: ReturnType<typeof askOf>, model: Model<Covariate>, expected: ExpectedModel['model']): Promise<void> {
  const ours = await fitted(ask, model);
  if (expected === null || ours === undefined) {
    expect([ours, expected]).toEqual([undefined, null]);
    return;
  }
  const { fit, design, tests } = ours;
  expectClose(design.patients, expected.n);
  expectClose(design.events, expected.events);
  expectClose(fit.logLikelihood, expected.logLikelihood);
  expectClose(fit.nullLogLikelihood, expected.nullLogLikelihood);
  expect(fit.iterations).toBe(expected.iterations);
  // R has values in alphabetical order, the hub in that of their vocabulary
  expect(fit.names.toSorted()).toEqual(expected.coefficients.map(({ name }) => name).toSorted());
  for (const { name, estimate, standardError, p } of expected.coefficients) {
    const index = fit.names.indexOf(name);
    const error = Math.sqrt(fit.covariance[index]?.[index] ?? 0);
    expectClose(fit.estimates[index], estimate);
    expectClose(error, standardError);
    expectClose(normalTwoSidedTail((fit.estimates[index] ?? 0) / error), p);
  }
  for (const { name, ...test } of expected.proportionality ?? []) {
    expectTest(name === 'GLOBAL' ? tests?.global : tests?.terms.find((term) => term.name === name)?.test, test);
  }
}

const covariatesOf = (names: readonly string[]): readonly Covariate[] =>
  names.map((name) => (name.endsWith('_DIAGNOSIS') ? { measure: name as Measure } : { variable: name as Variable }));

describe.each(comparisons)('figures of the cohort $name equal those of R', ({ registry, cohort, expected }) => {
  const ask = askOf(poolOf(cohort), registry);

  it.each(Object.entries(expected.summaries))('summary of %s', async (measure, { n, missing, mean, sd, quantiles }) => {
    const { counts, countries } = await ask({ kind: 'summary', of: measure as Measure });
    const [ours] = summaryFigure(counts, measure as Measure, undefined, countries).groups;
    expect([ours?.n, ours?.missing]).toEqual([n, missing]);
    expectClose(ours?.mean, mean);
    expectClose(ours?.standardDeviation, sd);
    const found = [ours?.minimum, ours?.lowerQuartile, ours?.median, ours?.upperQuartile, ours?.maximum];
    for (const [index, quantile] of quantiles.entries()) expectClose(found[index], quantile);
  });

  it.each(expected.survival)('survival $endpoint from $from by $by, entry $delayedEntry, landmark $landmarkMonth', async (analysis) => {
    const { endpoint, from, delayedEntry, landmarkMonth } = analysis;
    const by = analysis.by === null ? undefined : variableOf[analysis.by];
    const { counts, countries } = await ask({ kind: 'survival', endpoint, from, ...(by && { by }), ...(delayedEntry && { delayedEntry }) });
    const { groups } = groupedTimes(counts, by, countries, delayedEntry);
    const curves = groups.map((group) => survivalCurve(group, dayOfMonth(landmarkMonth))).filter(({ n }) => n > 0);
    expect(curves.map(({ group }) => group ?? 'all').toSorted()).toEqual(analysis.curves.map(({ group }) => group).toSorted());
    for (const theirs of analysis.curves) {
      const curve = curves.find(({ group }) => (group ?? 'all') === theirs.group);
      if (!curve) throw new Error(theirs.group);
      const median = medianSurvival(curve);
      expect([curve.n, curve.events]).toEqual([theirs.n, theirs.events]);
      expectClose(median.median, theirs.median);
      expectClose(median.lower, theirs.medianLower);
      expectClose(median.upper, theirs.medianUpper);
      const mean = restrictedMean(curve, HORIZON);
      expectClose(mean.months, theirs.restrictedMean);
      expectClose(mean.standardError, theirs.restrictedMeanError);
      for (const [index, month] of theirs.month.entries()) {
        const point = survivalPoint(curve, month);
        expect(point.atRisk).toBe(theirs.atRisk[index]);
        for (const field of ['survival', 'standardError', 'lower', 'upper'] as const) expectClose(point[field], theirs[field][index]);
      }
    }
    if (by && !delayedEntry) expectTest(logRankTest(groups, dayOfMonth(landmarkMonth)), analysis.logRank);
  });

  it.each(expected.incidence)('incidence of $event from $from by $by', async (analysis) => {
    const { event, from } = analysis;
    const by = analysis.by === null ? undefined : variableOf[analysis.by];
    const { counts, countries } = await ask({ kind: 'incidence', event, from, ...(by && { by }) });
    const { groups } = groupedTimes(counts, by, countries);
    const curves = groups.map((group) => incidenceCurve(group)).filter(({ n }) => n > 0);
    for (const theirs of analysis.curves) {
      const curve = curves.find(({ group }) => (group ?? 'all') === theirs.group);
      if (!curve) throw new Error(theirs.group);
      expect([curve.n, curve.events]).toEqual([theirs.n, theirs.events]);
      for (const [index, month] of theirs.month.entries()) {
        const point = incidencePoint(curve, month);
        expect(point.atRisk).toBe(theirs.atRisk[index]);
        // R's curves end with the last patient's time
        if (theirs.incidence[index] !== null) expectClose(point.incidence, theirs.incidence[index]);
        if (theirs.competingIncidence[index] !== null) expectClose(point.competingIncidence, theirs.competingIncidence[index]);
        for (const field of ['standardError', 'lower', 'upper'] as const) expectClose(point[field], theirs[field][index]);
      }
    }
    if (by) expectTest(grayTest(groups), analysis.gray);
  });

  it.each(expected.cox)(
    'Cox $endpoint from $from on $covariates, entry $delayedEntry',
    async ({ covariates, model, endpoint, from, delayedEntry }) => {
      expect.hasAssertions();
      const cox = { family: 'COX', endpoint, from, covariates: covariatesOf(covariates), ...(delayedEntry && { delayedEntry }) } as const;
      await expectModel(ask, cox, model);
    },
  );

  it.each(expected.logistic)('logistic $outcome on $covariates', async ({ covariates, model, outcome }) => {
    expect.hasAssertions();
    const variable = outcome === 'DEAD' ? 'VITAL_STATUS' : 'SEX';
    await expectModel(ask, { family: 'LOGISTIC', outcome: { variable, value: outcome }, covariates: covariatesOf(covariates) }, model);
  });
});

const hasR = spawnSync('Rscript', ['-e', 'for (p in c("survival", "cmprsk", "jsonlite")) library(p, character.only = TRUE)']).status === 0;

(hasR ? describe : describe.skip)('R, where it is installed', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'golden-cohorts-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(goldenFiles)(
    'still gives the committed figures of $file',
    (golden) => {
      const names = Object.keys(golden.cohorts);
      for (const name of names) {
        for (const [country, cases] of Object.entries(golden.cohorts[name] ?? {})) writeBundle(path.join(folder, name, country), cases);
      }
      const printed = execFileSync('Rscript', [SCRIPT, ...golden.options, ...names.map((name) => path.join(folder, name))], {
        encoding: 'utf8',
        stdio: 'pipe',
      });
      const known = numbersOf(committed(golden));
      const made = numbersOf(JSON.parse(printed));
      expect(made.map(([where]) => where)).toEqual(known.map(([where]) => where));
      for (const [index, [, value]] of known.entries()) {
        expect(Math.abs((made[index]?.[1] ?? Number.NaN) - value)).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(value), 1));
      }
    },
    60_000,
  );
});

/** Every number of a JSON document, with where it stands. */
function numbersOf(value: unknown, where = ''): readonly (readonly [where: string, value: number])[] {
  if (typeof value === 'number') return [[where, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, below]) => numbersOf(below, `${where}/${key}`));
}
