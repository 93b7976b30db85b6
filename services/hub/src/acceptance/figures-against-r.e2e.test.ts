import { readFileSync } from 'node:fs';
import path from 'node:path';
import { RunningHub } from '../testing/running-hub';

/** Made by .config/r/expected-figures.R --failures from the bundle of `hub synthesize --published`. */
const GOLDEN = path.join(__dirname, '../../../../.config/r/published-cohort.json');
const HUB_START_MS = 90_000;
const TOLERANCE = 1e-8;

type Numbers = Readonly<Record<string, number | null>>;
interface Curve {
  readonly group: string;
  readonly n: number;
  readonly month: readonly number[];
  readonly [series: string]: unknown;
}
interface Model {
  readonly covariates: readonly string[];
  readonly model: { readonly logLikelihood: number; readonly coefficients: readonly ({ name: string } & Numbers)[] } | null;
}
interface Golden {
  readonly summaries: Readonly<Record<string, { mean: number; sd: number; quantiles: number[] }>>;
  readonly survival: readonly {
    endpoint: string;
    from: string;
    by: string | null;
    delayedEntry: boolean;
    landmarkMonth: number;
    curves: readonly Curve[];
    logRank: Numbers | null;
  }[];
  readonly incidence: readonly { event: string; from: string; by: string | null; curves: readonly Curve[] }[];
  readonly cox: readonly (Model & { endpoint: string; from: string; delayedEntry: boolean })[];
  readonly logistic: readonly (Model & { outcome: string })[];
}

interface Answer {
  europe: {
    cohort: {
      summary: readonly Numbers[];
      survival: { curves: readonly AnsweredCurve[]; logRank: Numbers | null };
      cumulativeIncidence: { curves: readonly AnsweredCurve[] };
      model: { logLikelihood: number; coefficients: readonly ({ name: string } & Numbers)[] };
    };
  };
}
type AnsweredCurve = { group: string | null; points: readonly Numbers[] } & Numbers;

const variableOf: Readonly<Record<string, string>> = { sex: 'SEX', country: 'COUNTRY', subcategory: 'FAILURE_SUBCATEGORY' };
const references: Readonly<Record<string, string>> = { SEX: 'F', FAILURE_SUBCATEGORY: 'NO_COMPLETE_HEMATOLOGIC_RESPONSE' };
const [golden] = Object.values(JSON.parse(readFileSync(GOLDEN, 'utf8')) as Record<string, Golden>) as [Golden];

const byArgument = (by: string | null): string => (by === null ? '' : `, by: ${variableOf[by]}`);
const covariate = (name: string): string =>
  name in references ? `{ variable: ${name}, reference: "${references[name]}" }` : `{ measure: ${name} }`;

/** What is released equals R's; what is not released is no number. @returns how many numbers were compared */
function expectReleasedClose(ours: number | null | undefined, theirs: unknown): number {
  if (ours === null || ours === undefined || typeof theirs !== 'number') return 0;
  expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(TOLERANCE * Math.max(1, Math.abs(theirs)));
  return 1;
}

function expectCurves(ours: readonly AnsweredCurve[], theirs: readonly Curve[], series: readonly string[]): void {
  expect(ours.map(({ group }) => group ?? 'all').toSorted()).toEqual(theirs.map(({ group }) => group).toSorted());
  let compared = 0;
  for (const curve of theirs) {
    const answered = ours.find(({ group }) => (group ?? 'all') === curve.group);
    for (const field of ['median', 'medianLower', 'medianUpper']) compared += expectReleasedClose(answered?.[field], curve[field]);
    for (const [index, month] of curve.month.entries()) {
      const point = answered?.points.find((one) => one['month'] === month);
      for (const field of series) compared += expectReleasedClose(point?.[field], (curve[field] as readonly unknown[])[index]);
    }
  }
  expect(compared).toBeGreaterThan(0);
}

describe('figures over HTTP, through the gateway, from nine registries', () => {
  let hub: RunningHub;
  let lead: string;

  beforeAll(async () => {
    hub = await RunningHub.start();
    lead = await hub.token('--role', 'lead');
  }, HUB_START_MS);
  afterAll(() => hub.discard(), HUB_START_MS);

  async function ask(figure: string): Promise<Answer['europe']['cohort']> {
    const { data, errors } = await hub.query<Answer>(lead, `{ europe { cohort { ${figure} } } }`);
    expect(errors).toBeUndefined();
    if (!data) throw new Error('no answer');
    return data.europe.cohort;
  }

  it.each(Object.entries(golden.summaries))('summarise %s as R does', async (measure, { mean, sd, quantiles }) => {
    const { summary } = await ask(`summary(of: ${measure}) { mean standardDeviation minimum lowerQuartile median upperQuartile maximum }`);
    const [ours = {}] = summary;
    const found = ['mean', 'standardDeviation', 'minimum', 'lowerQuartile', 'median', 'upperQuartile', 'maximum'].map(
      (field) => ours[field],
    );
    expect(found.map((value, index) => expectReleasedClose(value, [mean, sd, ...quantiles][index]))).toEqual(found.map(() => 1));
  });

  it.each(golden.survival)(
    "give R's curves of $endpoint from $from by $by, entry $delayedEntry, landmark $landmarkMonth",
    async (analysis) => {
      const { endpoint, from, by, delayedEntry, landmarkMonth, curves, logRank } = analysis;
      const options = `${delayedEntry ? ', delayedEntry: true' : ''}${landmarkMonth > 0 ? `, landmarkMonth: ${landmarkMonth}` : ''}`;
      const months = `, months: ${JSON.stringify(curves[0]?.month)}`;
      const { survival } = await ask(`survival(endpoint: ${endpoint}, from: ${from}${byArgument(by)}${options}${months}) {
      curves { group median medianLower medianUpper points { month atRisk survival standardError lower upper } }
      logRank { statistic pValue } }`);
      expectCurves(survival.curves, curves, ['atRisk', 'survival', 'standardError', 'lower', 'upper']);
      expectReleasedClose(survival.logRank?.['statistic'], logRank?.['statistic']);
      expectReleasedClose(survival.logRank?.['pValue'], logRank?.['p']);
    },
  );

  it.each(golden.incidence)("give R's cumulative incidence of $event from $from by $by", async ({ event, from, by, curves }) => {
    const { cumulativeIncidence } = await ask(`cumulativeIncidence(event: ${event}, from: ${from}${byArgument(by)}) {
      curves { group points { month atRisk incidence competingIncidence standardError lower upper } } }`);
    expectCurves(cumulativeIncidence.curves, curves, ['atRisk', 'incidence', 'competingIncidence', 'standardError', 'lower', 'upper']);
  });

  function expectModel(ours: Answer['europe']['cohort']['model'], { model }: Model): void {
    expect(expectReleasedClose(ours.logLikelihood, model?.logLikelihood)).toBe(1);
    for (const { name, estimate, standardError, p } of model?.coefficients ?? []) {
      const coefficient = ours.coefficients.find((one) => one.name === name);
      const compared = [
        expectReleasedClose(coefficient?.['estimate'], estimate),
        expectReleasedClose(coefficient?.['standardError'], standardError),
        expectReleasedClose(coefficient?.['pValue'], p),
      ];
      expect(compared).toEqual([1, 1, 1]);
    }
  }
  const MODEL = '{ logLikelihood coefficients { name estimate standardError pValue } }';

  it.each(golden.cox.filter(({ model, covariates }) => model !== null && covariates.length === 2))(
    "fit R's Cox model of $endpoint from $from",
    async (model) => {
      const covariates = model.covariates.map(covariate).join(' ');
      expectModel(
        (await ask(`model: coxRegression(endpoint: ${model.endpoint}, from: ${model.from}, covariates: [${covariates}]) ${MODEL}`)).model,
        model,
      );
    },
  );

  it.each(golden.logistic.filter(({ outcome }) => outcome === 'DEAD'))("fit R's logistic model of $outcome", async (model) => {
    const covariates = model.covariates.map(covariate).join(' ');
    const outcome = '{ variable: VITAL_STATUS, value: "DEAD" }';
    expectModel((await ask(`model: logisticRegression(outcome: ${outcome}, covariates: [${covariates}]) ${MODEL}`)).model, model);
  });
});
