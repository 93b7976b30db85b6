import { type GraphQLSchema, graphql } from 'graphql';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { deriveCase } from '../../clinical';
import { loadSuppressionSolver, type SuppressionSolver } from '../../disclosure';
import { originsOf, registries } from '../../statistics';
import { type GoldenCohort, goldenCohorts, LocalPool, observatoryCohorts } from '../../testing';
import { Cohort, CohortFilterInput, CohortInquiries, cohortResolvers, readCohortFilter } from '../cohort';
import { buildSubgraph } from '../subgraph';
import { ReferenceDataResolver } from './reference-data-resolver';
import type { RegistryDescriptionType } from './registry-description-type';
import type { ReportFigureType } from './report-section-type';

interface Context {
  readonly cohorts: CohortInquiries;
}

@Resolver()
class Root {
  @Query(() => Cohort)
  cohort(@Ctx() { cohorts }: Context, @Arg('filter', () => CohortFilterInput) filter: CohortFilterInput): Cohort {
    return cohorts.of(readCohortFilter(filter));
  }
}

const policy = { threshold: 5, minimumCountries: 3, extremesReleased: false, note: '' };
const threeHundred: GoldenCohort = goldenCohorts['three-hundred'];
const observatory: GoldenCohort = observatoryCohorts['tki-observatory'];
const pool = new LocalPool(
  Object.fromEntries(
    (['DE', 'FR', 'IL'] as const).map((country) => [
      country,
      [...(threeHundred[country] ?? []), ...(observatory[country] ?? [])].map(deriveCase),
    ]),
  ),
);

let schema: GraphQLSchema;
let solver: SuppressionSolver;
beforeAll(async () => {
  solver = await loadSuppressionSolver();
  schema = await buildSubgraph({ resolvers: [Root, ReferenceDataResolver, ...cohortResolvers], ownTypes: [] });
});

async function ask(source: string): Promise<Record<string, unknown>> {
  const cohorts = new CohortInquiries(pool, { policy: () => policy, checkCoverage: () => undefined, differencing: undefined }, solver);
  const { data, errors } = await graphql({ schema, source, contextValue: { cohorts } });
  if (errors?.[0]) throw errors[0];
  return data ?? {};
}

const CATALOGUE = `{ registries {
  name title description defaultOrigin delayedEntry notes
  endpoints { endpoint from reason }
  events { event from reason }
  report { title figures { field variable measure by endpoint event from delayedEntry edition covariates { measure variable reference } } }
} }`;
const catalogue = async (): Promise<readonly RegistryDescriptionType[]> =>
  (await ask(CATALOGUE))['registries'] as readonly RegistryDescriptionType[];

const selections: Readonly<Record<ReportFigureType['field'], string>> = {
  frequencies: 'total { value }',
  summary: 'group n { value }',
  survival: 'curves { n { value } } note',
  cumulativeIncidence: 'curves { n { value } } note',
  milestones: 'month',
  coxRegression: 'n { value }',
};

/** The field with its arguments, as a dashboard writes it into its query. */
function queryOf(figure: ReportFigureType, index: number): string {
  const { field, variable, measure, covariates, ...rest } = figure;
  const given = { of: variable ?? measure, ...rest, covariates: covariates?.map(covariateText).join() };
  const texts = Object.entries(given)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name}: ${name === 'covariates' ? `[${String(value)}]` : String(value)}`);
  return `f${index}: ${field}(${texts.join()}) { ${selections[field]} }`;
}

function covariateText(covariate: NonNullable<ReportFigureType['covariates']>[number]): string {
  return 'variable' in covariate && covariate.variable
    ? `{ variable: ${covariate.variable}, reference: "${covariate.reference}" }`
    : `{ measure: ${'measure' in covariate ? covariate.measure : ''} }`;
}

describe('the catalogue of sub-registries', () => {
  it('tells of each what it is for', async () => {
    const told = await catalogue();
    expect(told.map(({ name, description }) => [name, description])).toEqual(
      registries.map(({ name, description }) => [name, description]),
    );
    expect(told.find(({ name }) => name === 'TKI_OBSERVATORY')).toMatchObject({
      defaultOrigin: 'TKI_START',
      delayedEntry: false,
      endpoints: expect.arrayContaining([
        expect.objectContaining({ endpoint: 'TREATMENT_FREE_SURVIVAL', from: ['TREATMENT_FREE_REMISSION_START'] }),
      ]),
      report: expect.arrayContaining([expect.objectContaining({ title: 'Treatment-free remission' })]),
    });
    expect(told.find(({ name }) => name === 'IMATINIB_FAILURE')).toMatchObject({
      delayedEntry: true,
      notes: expect.arrayContaining([expect.stringMatching(/no rate or probability of failure/)]),
    });
  });

  it.each(registries.map(({ name }) => name))('holds a report whose figures are all answered: %s', async (name) => {
    const registry = (await catalogue()).find((one) => one.name === name);
    const figures = registry?.report.flatMap((section) => section.figures) ?? [];
    const answer = await ask(`{ cohort(filter: { registry: ${name} }) { size { value } ${figures.map(queryOf).join('\n')} } }`);
    expect(Object.keys(answer['cohort'] ?? {})).toHaveLength(figures.length + 1);
  });

  it('names origins that the API takes', async () => {
    for (const { endpoints } of await catalogue()) {
      for (const { endpoint, from } of endpoints) expect(originsOf(endpoint)).toEqual(expect.arrayContaining([...from]));
    }
  });
});
