import { z } from 'zod';
import { type Asker, askerWords } from '../access';
import type { Check } from '../check';
import { expectSame, expectThat, NotTried } from '../deviation';
import type { RegistryUnderTest } from '../registry-under-test';

/** k for a LEAD in the figures of one country; the country may ask for more. */
const LEAD_THRESHOLD = 5;

const countForm = z.object({ value: z.int().nullable(), suppressed: z.boolean() });
const FIGURES = `cohort(filter: { registry: ALL }) {
  size { value suppressed }
  coverage { complete answered missing { code } }
  disclosure { threshold minimumCountries extremesReleased note }
  sex: frequencies(of: SEX) { rows { value count percent lower upper suppressed } total { value suppressed } missing { value suppressed } }
  crossed: frequencies(of: FAILURE_SUBCATEGORY, by: SEX) { rows { value count percent suppressed cells { value count percentOfRow suppressed } } total { value suppressed } missing { value suppressed } }
  age: summary(of: AGE_AT_DIAGNOSIS, by: SEX) { n { value suppressed } missing { value suppressed } mean standardDeviation median lowerQuartile upperQuartile minimum maximum suppressed }
  survival(endpoint: OVERALL, by: SEX) { curves { n { value suppressed } events { value suppressed } points { month atRisk survival lower upper suppressed } } }
  cumulativeIncidence(event: PROGRESSION) { curves { n { value suppressed } points { month atRisk incidence competingIncidence suppressed } } }
}`;

/** Everything of a figure that is released or not: its own numbers, and whether it says that it holds them back. */
interface Figure {
  readonly suppressed: boolean;
  readonly numbers: Readonly<Record<string, unknown>>;
}

/** What a figure is called by, and says nothing of patients; a row's value, another such, is a text. */
const LABELS = ['group', 'month'];

/** All figures in an answer, however deep. */
function figuresIn(value: unknown): readonly Figure[] {
  if (value === null || typeof value !== 'object') return [];
  const below = Object.values(value).flatMap(figuresIn);
  const { suppressed, ...rest } = value as Readonly<Record<string, unknown>>;
  if (typeof suppressed !== 'boolean') return below;
  const numbers = Object.entries(rest).filter(([name, one]) => !LABELS.includes(name) && (one === null || typeof one === 'number'));
  return [{ suppressed, numbers: Object.fromEntries(numbers) }, ...below];
}

async function figuresFor(registry: RegistryUnderTest, asker: Asker): Promise<Readonly<Record<string, unknown>>> {
  return (await registry.read(asker, FIGURES, z.object({ cohort: z.looseObject({}) }))).cohort;
}

const COUNTS = ['value', 'count', 'atRisk'];

/** By the figure's name; all others are numbers from 0 on. */
const greatest: Readonly<Record<string, number>> = { percent: 100, percentOfRow: 100, survival: 1, incidence: 1, competingIncidence: 1 };

async function refusalOf(registry: RegistryUnderTest, selection: string): Promise<readonly string[]> {
  return (await registry.ask('lead', `{ ${registry.field} { registry { cohort { ${selection} } } } }`)).codes;
}

/** The country's own figures. */
export const statisticsChecks: readonly Check[] = [
  ...(['lead', 'coordinator'] as const).map(
    (asker): Check => ({
      id: `statistics.numbers.${asker}`,
      sentence: `Every figure told to ${askerWords[asker]} is a number or null: shares from 0 to 1, percentages to 100, never NaN.`,
      run: async (registry) => {
        for (const { numbers } of figuresIn(await figuresFor(registry, asker))) {
          for (const [name, number] of Object.entries(numbers)) {
            const most = greatest[name] ?? Number.MAX_VALUE;
            expectThat(number === null || (Number(number) >= 0 && Number(number) <= most), `${name} from 0 to ${most}`, numbers);
          }
        }
      },
    }),
  ),
  {
    id: 'statistics.suppressed',
    sentence: 'A count is null when, and only when, it is suppressed, and of a suppressed figure nothing is told.',
    run: async (registry) => {
      for (const { suppressed, numbers } of figuresIn(await figuresFor(registry, 'lead'))) {
        const counts = Object.entries(numbers).filter(([name]) => COUNTS.includes(name));
        for (const [name, number] of counts)
          expectThat((number === null) === suppressed, `${name} null exactly when suppressed`, { suppressed, ...numbers });
        if (suppressed)
          expectThat(
            Object.values(numbers).every((number) => number === null),
            'nothing of a suppressed figure',
            numbers,
          );
      }
    },
  },
  {
    id: 'statistics.threshold',
    sentence: 'A LEAD sees no figure of 1 to 4 patients, and is told the threshold.',
    run: async (registry) => {
      const cohort = await figuresFor(registry, 'lead');
      const { threshold } = z.object({ disclosure: z.object({ threshold: z.int() }) }).parse(cohort).disclosure;
      expectThat(threshold >= LEAD_THRESHOLD, `a threshold of at least ${LEAD_THRESHOLD}`, threshold);
      for (const { numbers } of figuresIn({ sex: cohort['sex'], crossed: cohort['crossed'], size: cohort['size'] })) {
        for (const name of COUNTS) {
          const number = numbers[name];
          expectThat(typeof number !== 'number' || number === 0 || number >= threshold, `0 or at least ${threshold}`, numbers);
        }
      }
    },
  },
  {
    id: 'statistics.exact',
    sentence: 'To its coordinator figures are exact: rows and missing add up to the size, and the answer speaks for this country.',
    run: async (registry) => {
      const form = z.looseObject({
        size: countForm,
        coverage: z.object({ complete: z.literal(true), answered: z.tuple([z.literal(registry.code)]), missing: z.tuple([]) }),
        sex: z.object({ rows: z.array(z.object({ count: z.int() })), total: countForm, missing: countForm }),
      });
      const read = form.safeParse(await figuresFor(registry, 'coordinator'));
      expectThat(read.success, 'exact figures that speak for the country', read.error === undefined ? '' : z.prettifyError(read.error));
      if (!read.success) return;
      const { size, sex } = read.data;
      const rows = sex.rows.reduce((sum, { count }) => sum + count, 0);
      expectSame({ total: rows, size: rows + (sex.missing.value ?? 0) }, { total: sex.total.value, size: size.value });
    },
  },
  {
    id: 'statistics.curves',
    sentence: 'Curves of survival never rise, and those of incidence never fall.',
    run: async (registry) => {
      const point = z.looseObject({ survival: z.number().nullish(), incidence: z.number().nullish() });
      const curves = z.object({ curves: z.array(z.object({ points: z.array(point) })) });
      const { survival, cumulativeIncidence } = z
        .object({ survival: curves, cumulativeIncidence: curves })
        .parse(await figuresFor(registry, 'coordinator'));
      if (survival.curves.length === 0) throw new NotTried('the registry has no patient to follow');
      const falls = (values: readonly number[]): boolean =>
        values.every((value, index) => index === 0 || value <= (values[index - 1] ?? 1));
      for (const { points } of survival.curves) {
        const values = points.flatMap((one) => one.survival ?? []);
        expectThat(falls(values), 'a curve that never rises', values);
      }
      for (const { points } of cumulativeIncidence.curves) {
        const values = points.flatMap((one) => one.incidence ?? []);
        expectThat(falls(values.toReversed()), 'a curve that never falls', values);
      }
    },
  },
  {
    id: 'statistics.covariates',
    sentence: 'A covariate that is none, or a reference that the variable does not have, is BAD_USER_INPUT.',
    run: async (registry) => {
      for (const covariate of ['{ }', '{ measure: SOKAL, variable: SEX }', '{ variable: SEX, reference: "NEITHER" }']) {
        const codes = await refusalOf(registry, `coxRegression(covariates: [${covariate}]) { converged }`);
        expectSame(['BAD_USER_INPUT'], codes, `for ${covariate} `);
      }
      const outcome = await refusalOf(
        registry,
        'logisticRegression(outcome: { variable: SEX, value: "NEITHER" }, covariates: [{ measure: AGE_AT_DIAGNOSIS }]) { converged }',
      );
      expectSame(['BAD_USER_INPUT'], outcome, 'for an outcome that the variable does not have ');
    },
  },
];
