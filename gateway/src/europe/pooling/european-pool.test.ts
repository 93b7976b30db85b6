import { CohortInquiries } from '@registry-hub/shared/graphql';
import {
  type CohortQuestion,
  countsOf,
  encodeCounts,
  type FigureQuestion,
  LAYOUT_VERSION,
  NO_COUNTS,
} from '@registry-hub/shared/statistics';
import { type CountryAnswer, CountryFault, type CountryRequest } from '../../countries';
import { EuropeanPool } from './european-pool';

const registered = ['AT', 'DE', 'FR', 'IL'].map((code) => ({ code, name: `Country ${code}`, url: 'http://127.0.0.1:9/graphql' }));
type Answer = (question: CohortQuestion) => CountryAnswer;

/** Each country has as many patients as its place in the register. */
const sizeOf = (code: string): number => registered.findIndex((one) => one.code === code) + 1;
const partial = (counts: string | null, layoutVersion = LAYOUT_VERSION): CountryAnswer => ({
  data: { partial: { layoutVersion, counts } },
});
const honest =
  (code: string): Answer =>
  ({ figures }) =>
    partial(encodeCounts(figures.map(() => countsOf([[0, sizeOf(code)]]))));

function poolOf(answers: Readonly<Record<string, Answer>> = {}) {
  const asked: { code: string; request: CountryRequest }[] = [];
  const post = async (code: string, request: CountryRequest): Promise<CountryAnswer> => {
    asked.push({ code, request });
    const question = JSON.parse(String(request.variables?.['question'])) as CohortQuestion;
    return (answers[code] ?? honest(code))(question);
  };
  const pool = new EuropeanPool({
    countries: { countries: registered, post },
    signQuestion: async (code) => `signed for ${code}`,
    authorization: 'Bearer token',
  });
  return { pool, asked };
}

const size: FigureQuestion = { kind: 'size' };

describe('the European pool', () => {
  it("adds up what the countries answer, each asked once, under the caller's token and the hub's signature", async () => {
    const { pool, asked } = poolOf();
    const { coverage, figures } = await pool.ask({ filter: { registry: 'ALL' }, figures: [size] });
    expect(figures).toEqual([countsOf([[0, 1 + 2 + 3 + 4]])]);
    expect(coverage).toEqual({ answered: ['AT', 'DE', 'FR', 'IL'], missing: [] });
    expect(asked.map(({ code, request }) => [code, request.headers])).toEqual(
      registered.map(({ code }) => [code, { authorization: 'Bearer token', 'x-hub-signature': `signed for ${code}` }]),
    );
  });

  it('asks a country once, however many figures an operation asks of one cohort', async () => {
    const { pool, asked } = poolOf();
    const policy = { threshold: 1, minimumCountries: 1, extremesReleased: true, note: '' };
    const inquiries = new CohortInquiries(pool, policy, () => undefined);
    const [one, other] = [inquiries.of({ registry: 'CML' }), inquiries.of({ registry: 'CML' })];
    await Promise.all([
      one.ask(size),
      one.ask({ kind: 'frequencies', of: 'SEX' }),
      other.ask({ kind: 'frequencies', of: 'SEX' }),
      other.ask({ kind: 'summary', of: 'AGE_AT_DIAGNOSIS' }),
      one.coverage(),
    ]);
    expect(asked).toHaveLength(registered.length);
  });

  it('asks only the countries that a filter names, and no unknown one', async () => {
    const { pool, asked } = poolOf();
    await pool.ask({ filter: { registry: 'ALL', countries: ['FR', 'AT'] }, figures: [size] });
    expect(asked.map(({ code }) => code)).toEqual(['AT', 'FR']);
    await expect(pool.ask({ filter: { registry: 'ALL', countries: ['XX'] }, figures: [size] })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems: [{ field: 'filter.countries' }] },
    });
  });

  it.each<[string, Answer, string]>([
    ['does not answer', () => raise(new CountryFault(germany, { kind: 'UNREACHABLE', delivered: false, reason: '' })), 'UNREACHABLE'],
    ['answers too late', () => raise(new CountryFault(germany, { kind: 'TIMEOUT', delivered: true, reason: '' })), 'TIMEOUT'],
    ['refuses', () => ({ data: null, errors: [{ message: '', extensions: { code: 'FORBIDDEN' } }] }), 'ERROR'],
    ['speaks another layout', () => partial(null, LAYOUT_VERSION + 1), 'INCOMPATIBLE'],
    ['says the layout is ours and gives nothing', () => partial(null), 'INCOMPATIBLE'],
    ['gives counts of another question', () => partial(encodeCounts([NO_COUNTS, NO_COUNTS])), 'INCOMPATIBLE'],
    ['gives no partial at all', () => ({ data: {} }), 'INCOMPATIBLE'],
  ])('goes on without a country that %s, and says why', async (_what, answer, reason) => {
    const { pool } = poolOf({ DE: answer });
    const { coverage, figures } = await pool.ask({ filter: { registry: 'ALL' }, figures: [size] });
    expect(figures).toEqual([countsOf([[0, 1 + 3 + 4]])]);
    expect(coverage.answered).toEqual(['AT', 'FR', 'IL']);
    expect(coverage.missing).toEqual([{ code: 'DE', reason, message: expect.any(String) }]);
  });
});

const germany = { code: 'DE', name: 'Germany' };

function raise(error: Error): never {
  throw error;
}
