import { caseFacts } from '@registry-hub/shared/testing';
import { callerAs, openTestRegistry, type TestRegistry } from '../testing';

/** So many patients, each with every kind of record and a question. */
const patients = Array.from({ length: 50 }, (_, index) =>
  caseFacts({
    patient: { patientCode: `FR-001-${String(index + 1).padStart(4, '0')}` },
    diagnosis: { wbc: 700 },
    mutations: [{}],
    adverseEvents: [{ action: 'NONE' }],
  }),
);

const page = (first: number): string => `{
  france { registry { patients(first: ${first}) {
    totalCount
    edges { node {
      code center { name registeredCases } diagnosis { disease } treatments { line doses { mgPerDay } } assessments { assessedOn }
      mutations { variant } adverseEvents { term } failure { failedOn }
      derived { eligible riskScores { value } elnResponses(edition: ELN_2013) { response } } dataQueries { rule thread { text } }
    } }
  } } }
}`;

describe('a page of patients with all their children', () => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await openTestRegistry();
    await registry.importCases([{ centerCode: 'FR-001', name: 'Poitiers' }], patients);
  });
  afterAll(() => registry.close());

  const statementsFor = (first: number): Promise<number> =>
    registry.countStatements(async () => {
      const { data, errors } = await registry.ask(callerAs('COORDINATOR'), page(first));
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({ france: { registry: { patients: { totalCount: 50, edges: { length: first } } } } });
    });

  it('costs as many SQL statements for 50 as for 5', async () => {
    const forFive = await statementsFor(5);
    expect(await statementsFor(50)).toBe(forFive);
    expect(forFive).toBeLessThan(30);
  });
});
