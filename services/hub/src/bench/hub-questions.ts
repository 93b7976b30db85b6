import { z } from 'zod';
import { graphqlRequest } from '../graphql-client';
import type { Figures } from './figures';
import { curveMonths } from './sql-questions';

/** Where a hub is asked, as whom. */
export interface HubClient {
  readonly url: string;
  readonly token: string;
  /** Only these countries; all without it. */
  readonly countries?: readonly string[];
}

const WITHIN_MS = 120_000;

const frequencies = z.object({
  frequencies: z.object({
    rows: z.array(z.object({ value: z.string(), cells: z.array(z.object({ value: z.string(), count: z.number() })) })),
  }),
});
const summary = z.object({
  summary: z.array(
    z.object({
      n: z.object({ value: z.number() }),
      mean: z.number(),
      standardDeviation: z.number(),
      lowerQuartile: z.number(),
      median: z.number(),
      upperQuartile: z.number(),
    }),
  ),
});
const points = z.array(z.object({ month: z.number(), atRisk: z.number(), survival: z.number(), standardError: z.number() }));
const survival = z.object({ survival: z.object({ curves: z.array(z.object({ group: z.string(), points })) }) });
const cox = z.object({ coxRegression: z.object({ coefficients: z.array(z.object({ name: z.string(), estimate: z.number() })) }) });

/** How often each way of failing is in each sex. */
export async function frequenciesFromHub(hub: HubClient): Promise<Figures> {
  const figure = 'frequencies(of: FAILURE_SUBCATEGORY, by: SEX) { rows { value cells { value count } } }';
  const { rows } = frequencies.parse(await askCohort(hub, figure)).frequencies;
  return new Map(
    rows.flatMap(({ value, cells }) =>
      cells.filter(({ count }) => count > 0).map((cell) => [`${value} ${cell.value}`, cell.count] as const),
    ),
  );
}

/** Number, mean, standard deviation and quartiles of the age at diagnosis. */
export async function agesFromHub(hub: HubClient): Promise<Figures> {
  const figure = 'summary(of: AGE_AT_DIAGNOSIS) { n { value } mean standardDeviation lowerQuartile median upperQuartile }';
  const [row] = summary.parse(await askCohort(hub, figure)).summary;
  if (row === undefined) throw new Error('the hub gave no summary');
  return new Map(Object.entries({ ...row, n: row.n.value }));
}

/** Kaplan-Meier by category of failure. */
export async function survivalFromHub(hub: HubClient): Promise<Figures> {
  const figure = `survival(endpoint: OVERALL, from: IMATINIB_START, by: FAILURE_CATEGORY, months: [${curveMonths.join(', ')}])
    { curves { group points { month atRisk survival standardError } } }`;
  const { curves } = survival.parse(await askCohort(hub, figure)).survival;
  return new Map(
    curves.flatMap(({ group, points: all }) =>
      all.flatMap(({ month, ...point }) => Object.entries(point).map(([name, value]) => [`${group} ${month} ${name}`, value] as const)),
    ),
  );
}

/** Cox regression stratified by country. */
export async function coxFromHub(hub: HubClient): Promise<Figures> {
  const figure = `coxRegression(endpoint: OVERALL, from: IMATINIB_START, covariates: [{ measure: AGE_AT_DIAGNOSIS },
    { variable: SEX, reference: "F" }, { variable: IMATINIB_LINE, reference: "FIRST_LINE" }]) { coefficients { name estimate } }`;
  const { coefficients } = cox.parse(await askCohort(hub, figure)).coxRegression;
  return new Map(coefficients.map(({ name, estimate }) => [name, estimate]));
}

async function askCohort({ url, token, countries }: HubClient, figure: string): Promise<unknown> {
  const filter = countries ? `(filter: { registry: IMATINIB_FAILURE, countries: ${JSON.stringify(countries)} })` : '';
  const query = `query Bench { europe { cohort${filter} { ${figure} } } }`;
  const data = z
    .object({ europe: z.object({ cohort: z.unknown() }) })
    .parse(await graphqlRequest({ url: `${url}/graphql`, token, query, withinMs: WITHIN_MS }));
  return data.europe.cohort;
}
