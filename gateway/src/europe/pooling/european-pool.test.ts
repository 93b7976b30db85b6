import { disclosureSettingsText, loadSuppressionSolver } from '@registry-hub/shared/disclosure';
import { commonDisclosureSettings } from '@registry-hub/shared/domain';
import { CohortInquiries } from '@registry-hub/shared/graphql';
import { encodeSumVector, MaskingKey, maskVector } from '@registry-hub/shared/masking';
import {
  type CohortQuestion,
  type Counts,
  cohortIdentity,
  countsOf,
  encodeCounts,
  type FigureQuestion,
  LAYOUT_VERSION,
  PlanMemory,
  toVector,
  vectorLayout,
} from '@registry-hub/shared/statistics';
import { CountryFault, type RawPartial } from '../../countries';
import { EuropeanPool } from './european-pool';
import { KnownAnswers } from './known-answers';

const codes = ['AT', 'DE', 'FR', 'IL'];
const registered = codes.map((code) => ({ code, name: `Country ${code}`, url: 'http://127.0.0.1:9/graphql' }));
const keys = new Map(codes.map((code) => [code, MaskingKey.generate()]));
const germany = { code: 'DE', name: 'Germany' };
const unreachable = new CountryFault(germany, { kind: 'UNREACHABLE', delivered: false, reason: '' });

interface Asked {
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly question: CohortQuestion;
}
/** What a country does instead of answering; undefined when it answers after all. */
type Answer = (question: CohortQuestion) => RawPartial | undefined;

const raw = (status: number, body: Uint8Array = new Uint8Array(), layout = LAYOUT_VERSION): RawPartial => ({
  status,
  state: 'a state',
  layout: String(layout),
  disclosureSettings: disclosureSettingsText(commonDisclosureSettings),
  leftOut: false,
  body,
});
const refusal = (code: string, ...countries: readonly string[]): RawPartial =>
  raw(409, Buffer.from(JSON.stringify({ code, message: code, countries })));

function sumsOf(code: string, { question, text }: Asked, size: number): Uint8Array {
  // ages of 70 are cell 71 of a summary, beyond the ladder's single cells
  const counts = question.figures.map(({ kind }): Counts => countsOf([[kind === 'summary' ? 71 : 0, size]]));
  const [key, { round }] = [keys.get(code), question];
  if (!round || !key) return encodeCounts(counts);
  const vector = toVector(vectorLayout(question, round.plans), counts);
  return encodeSumVector(maskVector(vector, key, { ...round, content: Buffer.from(text), layoutVersion: LAYOUT_VERSION }));
}

/** Countries whose patients are counted, in a state that is told by their number; each has as many as its place in the register. */
function poolOf(answers: Readonly<Record<string, Answer>> = {}, country?: string, leavingOut: readonly string[] = []) {
  const sizes = new Map(codes.map((code, index) => [code, index + 1]));
  const asked: Asked[] = [];
  let withoutKey: string | undefined;
  const askPartial = async (code: string, text: string, headers: Readonly<Record<string, string>>): Promise<RawPartial> => {
    const one: Asked = { code, headers, text, question: JSON.parse(text) as CohortQuestion };
    asked.push(one);
    const special = answers[code]?.(one.question);
    if (special) return special;
    const size = sizes.get(code) ?? 0;
    if (headers['x-known-state'] === `state ${size}`) return raw(304);
    return { ...raw(200, sumsOf(code, one, size)), state: `state ${size}`, leftOut: leavingOut.includes(code) };
  };
  const pool = new EuropeanPool({
    countries: {
      countries: registered,
      askPartial,
      maskingKey: async (code) => (code === withoutKey ? undefined : keys.get(code)?.publicKey),
    },
    caller: { subject: 'anna', roles: ['COORDINATOR'], ...(country === undefined ? {} : { country }) },
    signQuestion: async (countries) => `signed for ${countries.join()}`,
    authorization: 'Bearer token',
    known: new KnownAnswers(),
    plans: new PlanMemory(),
    now: () => new Date(0),
  });
  const loseKey = (code: string): void => {
    withoutKey = code;
  };
  return { pool, asked, sizes, loseKey };
}

const size: FigureQuestion = { kind: 'size' };
const ages: FigureQuestion = { kind: 'summary', of: 'AGE_AT_DIAGNOSIS' };
const everybody = { filter: { registry: 'ALL' }, figures: [size] } as const;
const roundIds = (asked: readonly Asked[]): readonly (string | undefined)[] => [
  ...new Set(asked.map(({ question }) => question.round?.questionId)),
];

describe('the European pool', () => {
  it("adds up what the countries answer, each asked once, under the caller's token and the hub's signature", async () => {
    const { pool, asked } = poolOf();
    const { coverage, figures } = await pool.ask(everybody);
    expect(figures).toEqual([countsOf([[0, 1 + 2 + 3 + 4]])]);
    expect(coverage).toEqual({ answered: codes, missing: [] });
    const headers = { authorization: 'Bearer token', 'x-hub-signature': 'signed for AT,DE,FR,IL' };
    expect(asked.map((one) => [one.code, one.headers])).toEqual(codes.map((code) => [code, headers]));
  });

  it('asks for sums under masks, of exactly those who are asked, all by one text', async () => {
    const { pool, asked } = poolOf();
    await pool.ask({ filter: { registry: 'ALL', countries: ['AT', 'DE', 'IL'] }, figures: [size] });
    const participants = ['AT', 'DE', 'IL'].map((code) => ({ country: code, publicKey: keys.get(code)?.publicKey }));
    expect(asked.map(({ question }) => question.round?.participants)).toEqual([participants, participants, participants]);
    expect(new Set(asked.map(({ text }) => text)).size).toBe(1);
  });

  it('asks a country once, however many figures an operation asks of one cohort', async () => {
    const { pool, asked } = poolOf();
    const policy = { threshold: 1, minimumCountries: 1, extremesReleased: true, note: '' };
    const rules = { policy: () => policy, checkCoverage: () => undefined, differencing: undefined };
    const inquiries = new CohortInquiries(pool, rules, await loadSuppressionSolver());
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

  it('gives the same sums again, not added up anew, when every country says that nothing has changed', async () => {
    const { pool, asked } = poolOf();
    const first = await pool.ask(everybody);
    const again = await pool.ask(everybody);
    expect(again.figures).toBe(first.figures);
    expect(again.coverage).toEqual(first.coverage);
    expect(asked).toHaveLength(2 * codes.length);
  });

  it('asks all for their sums when one has changed, in one round', async () => {
    const { pool, asked, sizes } = poolOf();
    await pool.ask(everybody);
    sizes.set('FR', 30);
    expect((await pool.ask(everybody)).figures).toEqual([countsOf([[0, 1 + 2 + 30 + 4]])]);
    expect(roundIds(asked)).toHaveLength(2);
    expect((await pool.ask(everybody)).figures).toEqual([countsOf([[0, 1 + 2 + 30 + 4]])]);
  });

  it('adds up anew when a country does not answer any more, and when it is back', async () => {
    let down = false;
    const { pool, asked } = poolOf({ DE: () => (down ? raise(unreachable) : undefined) });
    const sums = async (): Promise<unknown> => (await pool.ask(everybody)).figures;
    expect(await sums()).toEqual([countsOf([[0, 10]])]);
    down = true;
    expect(await sums()).toEqual([countsOf([[0, 8]])]);
    const rounds = roundIds(asked).length;
    // what is known is the answer without it
    expect(await sums()).toEqual([countsOf([[0, 8]])]);
    expect(roundIds(asked)).toHaveLength(rounds + 1);
    down = false;
    expect(await sums()).toEqual([countsOf([[0, 10]])]);
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
    ['does not answer', () => raise(unreachable), 'UNREACHABLE'],
    ['answers too late', () => raise(new CountryFault(germany, { kind: 'TIMEOUT', delivered: true, reason: '' })), 'TIMEOUT'],
    ['refuses', () => raw(403), 'ERROR'],
    ['takes no part', () => refusal('QUESTION_ID'), 'ERROR'],
    ['fails', () => raw(500), 'ERROR'],
    ['speaks another layout', () => raw(406, new Uint8Array(), LAYOUT_VERSION + 1), 'INCOMPATIBLE'],
    ['gives a vector of another question', () => raw(200, new Uint8Array(8)), 'INCOMPATIBLE'],
    ['says nothing of disclosure control', () => ({ ...raw(200), disclosureSettings: '{}' }), 'INCOMPATIBLE'],
    ['gives no partial at all', () => raw(404), 'INCOMPATIBLE'],
  ])('asks the others once more without a country that %s, and says why', async (_what, answer, reason) => {
    const { pool, asked } = poolOf({ DE: answer });
    const { coverage, figures } = await pool.ask(everybody);
    expect(figures).toEqual([countsOf([[0, 1 + 3 + 4]])]);
    expect(coverage.answered).toEqual(['AT', 'FR', 'IL']);
    expect(coverage.missing).toEqual([{ code: 'DE', reason, message: expect.any(String) }]);
    expect(asked.map(({ code }) => code)).toEqual([...codes, 'AT', 'FR', 'IL']);
    expect(roundIds(asked)).toHaveLength(2);
  });

  it('asks a country again whose data changed between two sendings of one request', async () => {
    let first = true;
    const changing: Answer = () => {
      if (!first) return undefined;
      first = false;
      return refusal('DATA_CHANGED');
    };
    const { pool, asked } = poolOf({ DE: changing });
    const { coverage, figures } = await pool.ask(everybody);
    expect([figures, coverage.missing]).toEqual([[countsOf([[0, 10]])], []]);
    expect(roundIds(asked)).toHaveLength(2);
  });

  it('goes on without a country whose key nobody knows, not without all who do not know it', async () => {
    const stranger: Answer = ({ round }) => (round?.participants.length === 4 ? refusal('UNKNOWN_KEY', 'IL') : undefined);
    const { pool } = poolOf({ AT: stranger, DE: stranger });
    const { coverage, figures } = await pool.ask(everybody);
    expect(figures).toEqual([countsOf([[0, 1 + 2 + 3]])]);
    expect(coverage.missing).toEqual([{ code: 'IL', reason: 'ERROR', message: 'Its masking key is not confirmed by AT, DE.' }]);
  });

  it('does not ask a country that has no masking key', async () => {
    const { pool, asked, loseKey } = poolOf();
    loseKey('FR');
    const { coverage } = await pool.ask(everybody);
    expect(coverage).toEqual({
      answered: ['AT', 'DE', 'IL'],
      missing: [{ code: 'FR', reason: 'INCOMPATIBLE', message: expect.any(String) }],
    });
    expect(asked.map(({ code }) => code)).toEqual(['AT', 'DE', 'IL']);
  });

  it('gives nothing, and asks nobody any more, when fewer than three are left', async () => {
    const gone: Answer = () => raise(unreachable);
    const { pool, asked } = poolOf({ DE: gone, FR: gone });
    const { coverage, figures } = await pool.ask(everybody);
    expect(figures).toEqual([]);
    expect(coverage.answered).toEqual(['AT', 'IL']);
    expect(asked).toHaveLength(4);
  });

  it('asks a country that the filter does not name for its patients in other cohorts, and does not speak for it', async () => {
    const gone: Answer = () => raise(unreachable);
    const others = [cohortIdentity({ registry: 'ALL' }, codes)];
    const filter = { registry: 'ALL', countries: ['DE', 'FR', 'IL'] } as const;
    const { pool, asked } = poolOf();
    const { coverage, settings } = await pool.ask({ filter, figures: [{ kind: 'differences', others }] });
    expect(asked.map(({ code }) => code)).toEqual(codes);
    expect(asked.map(({ question }) => question.countries)).toEqual(codes.map(() => ['DE', 'FR', 'IL']));
    expect([coverage, [...settings.keys()]]).toEqual([{ answered: ['DE', 'FR', 'IL'], missing: [] }, codes]);
    const silent = await poolOf({ AT: gone }).pool.ask({ filter, figures: [{ kind: 'differences', others }] });
    expect([silent.coverage, [...silent.settings.keys()]]).toEqual([coverage, ['DE', 'FR', 'IL']]);
    // it hides nobody: of the three that the filter names, all are needed
    const few = await poolOf({ IL: gone }).pool.ask({ filter, figures: [{ kind: 'differences', others }] });
    expect(few.figures).toEqual([]);
  });

  describe('of a freeze', () => {
    const frozen = { filter: { registry: 'ALL', freeze: 'published' }, figures: [size] } as const;
    const without: Answer = () => refusal('NOT_FROZEN');

    it('is of the countries that have it, and names the others', async () => {
      const { coverage, figures, leftOut } = await poolOf({ DE: without }).pool.ask(frozen);
      expect([figures, leftOut]).toEqual([[countsOf([[0, 1 + 3 + 4]])], false]);
      expect(coverage.missing).toEqual([{ code: 'DE', reason: 'NOT_FROZEN', message: expect.any(String) }]);
    });

    it('is not there when no country that answers has it', async () => {
      const gone: Answer = () => raise(unreachable);
      for (const { pool } of [
        poolOf({ AT: without, DE: without, FR: without, IL: without }),
        poolOf({ AT: gone, DE: without, FR: without, IL: gone }),
      ]) {
        await expect(pool.ask(frozen)).rejects.toMatchObject({
          code: 'BAD_USER_INPUT',
          details: { problems: [{ field: 'filter.freeze' }] },
        });
      }
    });

    it('tells that patients are left out as soon as one country says so, and when its sums are known already', async () => {
      const { pool, asked } = poolOf({}, undefined, ['IL']);
      expect((await pool.ask(frozen)).leftOut).toBe(true);
      expect((await pool.ask(frozen)).leftOut).toBe(true);
      await pool.ask({ ...frozen, anew: true });
      expect(asked.map(({ question }) => question.anew)).toEqual([...Array.from({ length: 8 }), true, true, true, true]);
    });
  });

  it('asks one or two countries in clear, for a caller of one of them', async () => {
    const few = { registry: 'ALL', countries: ['DE', 'FR'] } as const;
    const own = poolOf({ DE: () => raw(500) }, 'FR');
    const { coverage, figures } = await own.pool.ask({ filter: few, figures: [size] });
    expect(figures).toEqual([countsOf([[0, 3]])]);
    expect(coverage.missing.map(({ code }) => code)).toEqual(['DE']);
    expect(own.asked.map(({ question }) => question.round)).toEqual([undefined, undefined]);
    const other = poolOf({}, 'AT');
    expect((await other.pool.ask({ filter: few, figures: [size] })).figures).toEqual([]);
    expect(other.asked).toEqual([]);
  });
});

function raise(error: Error): never {
  throw error;
}
