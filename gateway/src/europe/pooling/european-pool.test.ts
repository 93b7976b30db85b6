import { CohortInquiries } from '@registry-hub/shared/graphql';
import {
  type CohortQuestion,
  countsOf,
  encodeCounts,
  type FigureQuestion,
  LAYOUT_VERSION,
  NO_COUNTS,
} from '@registry-hub/shared/statistics';
import { CountryFault, type RawPartial } from '../../countries';
import { EuropeanPool } from './european-pool';
import { KnownAnswers } from './known-answers';

const registered = ['AT', 'DE', 'FR', 'IL'].map((code) => ({ code, name: `Country ${code}`, url: 'http://127.0.0.1:9/graphql' }));
const codes = registered.map(({ code }) => code);
type Answer = (question: CohortQuestion) => RawPartial;

const raw = (status: number, body: Uint8Array = new Uint8Array(), layout = LAYOUT_VERSION): RawPartial => ({
  status,
  state: 'a state',
  layout: String(layout),
  body,
});

/** Countries whose patients are counted, in a state that is told by their number; each has as many as its place in the register. */
function poolOf(answers: Readonly<Record<string, Answer>> = {}) {
  const sizes = new Map(codes.map((code, index) => [code, index + 1]));
  const asked: { code: string; headers: Readonly<Record<string, string>> }[] = [];
  const askPartial = async (code: string, text: string, headers: Readonly<Record<string, string>>): Promise<RawPartial> => {
    asked.push({ code, headers });
    const question = JSON.parse(text) as CohortQuestion;
    const size = sizes.get(code) ?? 0;
    const special = answers[code];
    if (special) return special(question);
    if (headers['x-known-state'] === `state ${size}`) return raw(304);
    return { ...raw(200, encodeCounts(question.figures.map(() => countsOf([[0, size]])))), state: `state ${size}` };
  };
  const pool = new EuropeanPool({
    countries: { countries: registered, askPartial },
    signQuestion: async (countries) => `signed for ${countries.join()}`,
    known: new KnownAnswers(),
    authorization: 'Bearer token',
  });
  return { pool, asked, sizes };
}

const size: FigureQuestion = { kind: 'size' };
const everybody = { filter: { registry: 'ALL' }, figures: [size] } as const;

describe('the European pool', () => {
  it("adds up what the countries answer, each asked once, under the caller's token and the hub's signature", async () => {
    const { pool, asked } = poolOf();
    const { coverage, figures } = await pool.ask(everybody);
    expect(figures).toEqual([countsOf([[0, 1 + 2 + 3 + 4]])]);
    expect(coverage).toEqual({ answered: codes, missing: [] });
    const headers = { authorization: 'Bearer token', 'x-hub-signature': 'signed for AT,DE,FR,IL' };
    expect(asked).toEqual(codes.map((code) => ({ code, headers })));
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

  it('gives the same sums again, not added up anew, when every country says that nothing has changed', async () => {
    const { pool, asked } = poolOf();
    const first = await pool.ask(everybody);
    const again = await pool.ask(everybody);
    expect(again.figures).toBe(first.figures);
    expect(again.coverage).toEqual(first.coverage);
    expect(asked).toHaveLength(2 * registered.length);
  });

  it('asks all for their sums when one has changed', async () => {
    const { pool, sizes } = poolOf();
    await pool.ask(everybody);
    sizes.set('FR', 30);
    expect((await pool.ask(everybody)).figures).toEqual([countsOf([[0, 1 + 2 + 30 + 4]])]);
    expect((await pool.ask(everybody)).figures).toEqual([countsOf([[0, 1 + 2 + 30 + 4]])]);
  });

  it('adds up anew when a country does not answer any more, and when it is back', async () => {
    let down = false;
    const silent: Answer = () => (down ? raise(unreachable) : { ...raw(200, encodeCounts([countsOf([[0, 10]])])), state: 'up' });
    const { pool } = poolOf({ DE: silent });
    const sums = async (): Promise<unknown> => (await pool.ask(everybody)).figures;
    expect(await sums()).toEqual([countsOf([[0, 1 + 10 + 3 + 4]])]);
    down = true;
    expect(await sums()).toEqual([countsOf([[0, 1 + 3 + 4]])]);
    expect(await pool.ask(everybody)).toMatchObject({ coverage: { answered: ['AT', 'FR', 'IL'], missing: [{ code: 'DE' }] } });
    down = false;
    expect(await sums()).toEqual([countsOf([[0, 1 + 10 + 3 + 4]])]);
  });

  it.each<[string, Answer, string]>([
    ['does not answer', () => raise(unreachable), 'UNREACHABLE'],
    ['answers too late', () => raise(new CountryFault(germany, { kind: 'TIMEOUT', delivered: true, reason: '' })), 'TIMEOUT'],
    ['refuses', () => raw(403), 'ERROR'],
    ['fails', () => raw(500), 'ERROR'],
    ['speaks another layout', () => raw(406, undefined, LAYOUT_VERSION + 1), 'INCOMPATIBLE'],
    ['says the layout is ours and gives nothing', () => raw(200), 'INCOMPATIBLE'],
    ['gives counts of another question', () => raw(200, encodeCounts([NO_COUNTS, NO_COUNTS])), 'INCOMPATIBLE'],
    ['has no partials at all', () => ({ ...raw(404), layout: undefined }), 'INCOMPATIBLE'],
  ])('goes on without a country that %s, and says why', async (_what, answer, reason) => {
    const { pool } = poolOf({ DE: answer });
    const { coverage, figures } = await pool.ask(everybody);
    expect(figures).toEqual([countsOf([[0, 1 + 3 + 4]])]);
    expect(coverage.answered).toEqual(['AT', 'FR', 'IL']);
    expect(coverage.missing).toEqual([{ code: 'DE', reason, message: expect.any(String) }]);
  });
});

const germany = { code: 'DE', name: 'Germany' };
const unreachable = new CountryFault(germany, { kind: 'UNREACHABLE', delivered: false, reason: '' });

function raise(error: Error): never {
  throw error;
}
