import { type GraphQLSchema, graphql } from 'graphql';
import { Ctx, Query, Resolver } from 'type-graphql';
import { deriveCase } from '../../clinical';
import { loadSuppressionSolver, type SuppressionSolver } from '../../disclosure';
import { caseFacts, LocalPool } from '../../testing';
import { buildSubgraph } from '../subgraph';
import { CohortInquiries } from './cohort-inquiry';
import { cohortResolvers } from './cohort-resolvers';
import { Cohort } from './cohort-types';

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

const ordinary = deriveCase(caseFacts());
const { ageAtDiagnosis: _age, ...ofUnknownAge } = ordinary;
/** 60 women, 3 men, and 20 of whom it is not said; of 4 patients the age is not known. */
const pool = new LocalPool({
  FR: [
    ...Array.from({ length: 56 }, () => ordinary),
    ...Array.from({ length: 4 }, () => ofUnknownAge),
    ...Array.from({ length: 3 }, () => ({ ...ordinary, sex: 'M' as const })),
    ...Array.from({ length: 20 }, () => ({ ...ordinary, sex: 'UNKNOWN' as const })),
  ],
});

async function ask(figures: string): Promise<Record<string, unknown>> {
  const policy = { threshold: 5, minimumCountries: 1, extremesReleased: false, note: '' };
  const contextValue = {
    cohorts: new CohortInquiries(pool, { policy: () => policy, checkCoverage: () => undefined, differencing: undefined }, solver),
  };
  const { data, errors } = await graphql({ schema, source: `{ cohort { ${figures} } }`, contextValue });
  if (errors?.[0]) throw errors[0];
  return data?.['cohort'] as Record<string, unknown>;
}

const SEXES = 'sexes: frequencies(of: SEX) { rows { value count } total { value } }';
/** The men are hidden, and with them those of whom it is not said. */
const sexes = {
  rows: [
    { value: 'F', count: 60 },
    { value: 'M', count: null },
    { value: 'UNKNOWN', count: null },
  ],
  total: { value: 83 },
};

describe('what one figure of an operation hides, no other tells', () => {
  it.each([
    ['a summary', 'other: summary(of: WBC_AT_DIAGNOSIS, by: SEX) { group n { value } }', [60, null, null]],
    ['survival', 'other: survival(by: SEX) { curves { group n { value } } }', [60, null, null]],
    ['an incidence', 'other: cumulativeIncidence(event: CML_DEATH, by: SEX) { curves { group n { value } } }', [60, null, null]],
  ])('%s by sex', async (_what, figure, expected) => {
    const answer = await ask(`${SEXES} ${figure}`);
    const groups = (Array.isArray(answer['other']) ? answer['other'] : (answer['other'] as { curves: unknown[] }).curves) as {
      n: { value: number | null };
    }[];
    expect(answer['sexes']).toEqual(sexes);
    expect(groups.map(({ n }) => n.value)).toEqual(expected);
  });

  it('how many ages are not known: neither a summary nor a histogram', async () => {
    const { summary, histogram } = await ask(`
      summary(of: AGE_AT_DIAGNOSIS) { n { value } missing { value } }
      histogram(of: AGE_AT_DIAGNOSIS, width: 10) { bins { count } missing { value } }
      size { value }`);
    expect(summary).toEqual([{ n: { value: null }, missing: { value: null } }]);
    expect(histogram).toEqual({ bins: [{ count: null }], missing: { value: null } });
  });

  it('and where nothing is small all is shown', async () => {
    expect(await ask('size { value } frequencies(of: VITAL_STATUS) { rows { count } }')).toEqual({
      size: { value: 83 },
      frequencies: { rows: [{ count: 83 }] },
    });
  });
});
