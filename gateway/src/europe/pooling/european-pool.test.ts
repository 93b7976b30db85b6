import { CohortInquiries } from '@registry-hub/shared/graphql';
import { encodeSumVector, MaskingKey, maskVector } from '@registry-hub/shared/masking';
import {
  type CohortQuestion,
  type Counts,
  countsOf,
  encodeCounts,
  type FigureQuestion,
  LAYOUT_VERSION,
  PlanMemory,
  toVector,
  vectorLayout,
} from '@registry-hub/shared/statistics';
import { type CountryAnswer, CountryFault, type CountryRequest } from '../../countries';
import { EuropeanPool } from './european-pool';

const codes = ['AT', 'DE', 'FR', 'IL'];
const registered = codes.map((code) => ({ code, name: `Country ${code}`, url: 'http://127.0.0.1:9/graphql' }));
const keys = new Map(codes.map((code) => [code, MaskingKey.generate()]));
type Answer = (question: CohortQuestion, text: string) => CountryAnswer;

/** Each country has as many patients as its place in the register. */
const sizeOf = (code: string): number => codes.indexOf(code) + 1;
const partial = (counts: string | null, layoutVersion = LAYOUT_VERSION): CountryAnswer => ({
  data: { partial: { layoutVersion, counts, refusal: null } },
});
const refusal = (code: string, ...countries: readonly string[]): CountryAnswer => ({
  data: { partial: { layoutVersion: LAYOUT_VERSION, counts: null, refusal: { code, message: code, countries } } },
});
const ownCounts = (code: string, { kind }: FigureQuestion): Counts =>
  // ages of 70 are cell 71 of a summary, beyond the ladder's single cells
  countsOf([[kind === 'summary' ? 71 : 0, sizeOf(code)]]);
const honest =
  (code: string): Answer =>
  (question, text) => {
    const counts = question.figures.map((figure) => ownCounts(code, figure));
    const [key, { round }] = [keys.get(code), question];
    if (!round || !key) return partial(encodeCounts(counts));
    const vector = toVector(vectorLayout(question, round.plans), counts);
    return partial(encodeSumVector(maskVector(vector, key, { ...round, content: Buffer.from(text), layoutVersion: LAYOUT_VERSION })));
  };

interface Asked {
  readonly code: string;
  readonly request: CountryRequest;
  readonly question: CohortQuestion;
}

function poolOf(answers: Readonly<Record<string, Answer>> = {}, country?: string) {
  const asked: Asked[] = [];
  let withoutKey: string | undefined;
  const post = async (code: string, request: CountryRequest): Promise<CountryAnswer> => {
    const text = String(request.variables?.['question']);
    const question = JSON.parse(text) as CohortQuestion;
    asked.push({ code, request, question });
    return (answers[code] ?? honest(code))(question, text);
  };
  const pool = new EuropeanPool({
    countries: {
      countries: registered,
      post,
      maskingKey: async (code) => (code === withoutKey ? undefined : keys.get(code)?.publicKey),
    },
    caller: { subject: 'anna', roles: ['COORDINATOR'], ...(country === undefined ? {} : { country }) },
    signQuestion: async (code) => `signed for ${code}`,
    authorization: 'Bearer token',
    plans: new PlanMemory(),
    now: () => new Date(0),
  });
  const loseKey = (code: string): void => {
    withoutKey = code;
  };
  return { pool, asked, loseKey };
}

const size: FigureQuestion = { kind: 'size' };
const ages: FigureQuestion = { kind: 'summary', of: 'AGE_AT_DIAGNOSIS' };
const roundIds = (asked: readonly Asked[]): readonly (string | undefined)[] => [
  ...new Set(asked.map(({ question }) => question.round?.questionId)),
];

describe('the European pool', () => {
  it("adds up what the countries answer, each asked once, under the caller's token and the hub's signature", async () => {
    const { pool, asked } = poolOf();
    const { coverage, figures } = await pool.ask({ filter: { registry: 'ALL' }, figures: [size] });
    expect(figures).toEqual([countsOf([[0, 1 + 2 + 3 + 4]])]);
    expect(coverage).toEqual({ answered: codes, missing: [] });
    expect(asked.map(({ code, request }) => [code, request.headers])).toEqual(
      codes.map((code) => [code, { authorization: 'Bearer token', 'x-hub-signature': `signed for ${code}` }]),
    );
  });

  it('asks for sums under masks, of exactly those who are asked, all by one text', async () => {
    const { pool, asked } = poolOf();
    await pool.ask({ filter: { registry: 'ALL', countries: ['AT', 'DE', 'IL'] }, figures: [size] });
    const participants = ['AT', 'DE', 'IL'].map((code) => ({ country: code, publicKey: keys.get(code)?.publicKey }));
    expect(asked.map(({ question }) => question.round?.participants)).toEqual([participants, participants, participants]);
    expect(new Set(asked.map(({ request }) => request.variables?.['question'])).size).toBe(1);
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
      other.ask({ kind: 'milestones', edition: 'ELN_2013' }),
      one.coverage(),
    ]);
    expect(asked).toHaveLength(registered.length);
  });

  it('asks again, more finely, where it does not know yet which cells are occupied, and not the next time', async () => {
    const { pool, asked } = poolOf();
    const ask = () => pool.ask({ filter: { registry: 'ALL' }, figures: [size, ages] });
    const first = await ask();
    expect(first.figures).toEqual([countsOf([[0, 10]]), countsOf([[71, 10]])]);
    expect(roundIds(asked)).toHaveLength(2);
    expect((await ask()).figures).toEqual(first.figures);
    expect(roundIds(asked)).toHaveLength(3);
  });

  it('asks only the countries that a filter names, and no unknown one', async () => {
    const { pool, asked } = poolOf();
    await pool.ask({ filter: { registry: 'ALL', countries: ['FR', 'AT', 'DE'] }, figures: [size] });
    expect(asked.map(({ code }) => code)).toEqual(['AT', 'DE', 'FR']);
    await expect(pool.ask({ filter: { registry: 'ALL', countries: ['XX'] }, figures: [size] })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems: [{ field: 'filter.countries' }] },
    });
  });

  it.each<[string, Answer, string]>([
    ['does not answer', () => raise(new CountryFault(germany, { kind: 'UNREACHABLE', delivered: false, reason: '' })), 'UNREACHABLE'],
    ['answers too late', () => raise(new CountryFault(germany, { kind: 'TIMEOUT', delivered: true, reason: '' })), 'TIMEOUT'],
    ['refuses', () => ({ data: null, errors: [{ message: '', extensions: { code: 'FORBIDDEN' } }] }), 'ERROR'],
    ['takes no part', () => refusal('QUESTION_ID'), 'ERROR'],
    ['speaks another layout', () => partial(null, LAYOUT_VERSION + 1), 'INCOMPATIBLE'],
    ['says the layout is ours and gives nothing', () => partial(null), 'INCOMPATIBLE'],
    ['gives a vector of another question', () => partial(Buffer.alloc(8).toString('base64')), 'INCOMPATIBLE'],
    ['gives no partial at all', () => ({ data: {} }), 'INCOMPATIBLE'],
  ])('asks the others once more without a country that %s, and says why', async (_what, answer, reason) => {
    const { pool, asked } = poolOf({ DE: answer });
    const { coverage, figures } = await pool.ask({ filter: { registry: 'ALL' }, figures: [size] });
    expect(figures).toEqual([countsOf([[0, 1 + 3 + 4]])]);
    expect(coverage.answered).toEqual(['AT', 'FR', 'IL']);
    expect(coverage.missing).toEqual([{ code: 'DE', reason, message: expect.any(String) }]);
    expect(asked.map(({ code }) => code)).toEqual([...codes, 'AT', 'FR', 'IL']);
    expect(roundIds(asked)).toHaveLength(2);
  });

  it('asks a country again whose data changed between two sendings of one request', async () => {
    let first = true;
    const changing: Answer = (question, text) => {
      if (!first) return honest('DE')(question, text);
      first = false;
      return refusal('DATA_CHANGED');
    };
    const { pool, asked } = poolOf({ DE: changing });
    const { coverage, figures } = await pool.ask({ filter: { registry: 'ALL' }, figures: [size] });
    expect([figures, coverage.missing]).toEqual([[countsOf([[0, 10]])], []]);
    expect(roundIds(asked)).toHaveLength(2);
  });

  it('goes on without a country whose key nobody knows, not without all who do not know it', async () => {
    const stranger: Answer = () => refusal('UNKNOWN_KEY', 'IL');
    const { pool } = poolOf({
      AT: (question, text) => (question.round?.participants.length === 4 ? stranger(question, text) : honest('AT')(question, text)),
      DE: (question, text) => (question.round?.participants.length === 4 ? stranger(question, text) : honest('DE')(question, text)),
    });
    const { coverage, figures } = await pool.ask({ filter: { registry: 'ALL' }, figures: [size] });
    expect(figures).toEqual([countsOf([[0, 1 + 2 + 3]])]);
    expect(coverage.missing).toEqual([{ code: 'IL', reason: 'ERROR', message: 'Its masking key is not confirmed by AT, DE.' }]);
  });

  it('does not ask a country that has no masking key', async () => {
    const { pool, asked, loseKey } = poolOf();
    loseKey('FR');
    const { coverage } = await pool.ask({ filter: { registry: 'ALL' }, figures: [size] });
    expect(coverage).toEqual({
      answered: ['AT', 'DE', 'IL'],
      missing: [{ code: 'FR', reason: 'INCOMPATIBLE', message: expect.any(String) }],
    });
    expect(asked.map(({ code }) => code)).toEqual(['AT', 'DE', 'IL']);
  });

  it('gives nothing, and asks nobody any more, when fewer than three are left', async () => {
    const gone: Answer = () => raise(new CountryFault(germany, { kind: 'UNREACHABLE', delivered: false, reason: '' }));
    const { pool, asked } = poolOf({ DE: gone, FR: gone });
    const { coverage, figures } = await pool.ask({ filter: { registry: 'ALL' }, figures: [size] });
    expect(figures).toEqual([]);
    expect(coverage.answered).toEqual(['AT', 'IL']);
    expect(asked).toHaveLength(4);
  });

  it('asks one or two countries in clear, for a caller of one of them', async () => {
    const few = { registry: 'ALL', countries: ['DE', 'FR'] } as const;
    const own = poolOf({ DE: () => ({ data: null, errors: [{ message: '' }] }) }, 'FR');
    const { coverage, figures } = await own.pool.ask({ filter: few, figures: [size] });
    expect(figures).toEqual([countsOf([[0, 3]])]);
    expect(coverage.missing.map(({ code }) => code)).toEqual(['DE']);
    expect(own.asked.map(({ question }) => question.round)).toEqual([undefined, undefined]);
    const other = poolOf({}, 'AT');
    expect((await other.pool.ask({ filter: few, figures: [size] })).figures).toEqual([]);
    expect(other.asked).toEqual([]);
  });
});

const germany = { code: 'DE', name: 'Germany' };

function raise(error: Error): never {
  throw error;
}
