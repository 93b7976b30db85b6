import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deriveCase } from '@registry-hub/shared/clinical';
import { commonDisclosureSettings } from '@registry-hub/shared/domain';
import { type Caller, questionSigner, type SignQuestion } from '@registry-hub/shared/identity';
import { addMasked, decodeSumVector, MaskingKey, newQuestionId } from '@registry-hub/shared/masking';
import {
  addCounts,
  type CohortFilter,
  type CohortQuestion,
  canonicalText,
  decodeCounts,
  type FigureQuestion,
  LAYOUT_VERSION,
  NO_PLAN,
  readVector,
  vectorLayout,
} from '@registry-hub/shared/statistics';
import { caseFacts } from '@registry-hub/shared/testing';
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTVerifyGetKey } from 'jose';
import { MaskingDesk, MaskingRefusal } from '../masking';
import { createCohortCounter } from './create-cohort-counter';
import { type GivenPartial, PartialDesk } from './partial-desk';

const NOW = new Date('2026-11-21T12:00:00Z');
const codes = ['AT', 'DE', 'FR'];
const lead: Caller = { subject: 'lead', roles: ['LEAD'] };
const size: FigureQuestion = { kind: 'size' };
const ofSex: FigureQuestion = { kind: 'frequencies', of: 'SEX' };
const all: CohortFilter = { registry: 'ALL' };

const strict = { ...commonDisclosureSettings, differencingRefused: true };

let sign: SignQuestion;
let hubKeys: JWTVerifyGetKey;

const folder = mkdtempSync(join(tmpdir(), 'hub-key-'));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  writeFileSync(join(folder, 'key'), JSON.stringify({ ...(await exportJWK(privateKey)), alg: 'EdDSA' }), { mode: 0o600 });
  sign = questionSigner(join(folder, 'key'));
  hubKeys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: 'EdDSA' }] });
});

/** A country with as many patients as its place in the list. */
function deskOf(country: string, refusal?: MaskingRefusal): PartialDesk {
  const patients = codes.indexOf(country) + 1;
  const someone = deriveCase(caseFacts());
  const state = { revision: 1, name: 'one', settings: strict, snapshot: '1' };
  const counter = createCohortCounter({
    country,
    cases: {
      currentState: async () => state,
      readAll: async (visit) => {
        for (let patient = 0; patient < patients; patient += 1) visit(patient, someone);
        return state;
      },
      readChanges: async () => state,
    },
    freezes: { current: async () => ({ state, freezes: new Map() }), readAll: async () => ({ withdrawals: 0, objections: 0 }) },
    answers: { find: async () => [], keep: async () => true },
  });
  const admit = async (): Promise<void> => {
    if (refusal) throw refusal;
  };
  const masking = new MaskingDesk({
    country,
    key: keyOf(country),
    pinned: { check: async () => undefined },
    once: { admit },
    clock: () => NOW,
  });
  return new PartialDesk({ country, counter, hubKeys, masking });
}

const keys = new Map(codes.map((code) => [code, MaskingKey.generate()]));
const keyOf = (code: string): MaskingKey => keys.get(code) ?? MaskingKey.generate();
const inClear = (filter: CohortFilter): CohortQuestion => ({
  layoutVersion: LAYOUT_VERSION,
  filter,
  countries: codes,
  figures: [size, ofSex],
});
const masked = (filter: CohortFilter): CohortQuestion => ({
  ...inClear(filter),
  round: {
    questionId: newQuestionId(NOW),
    participants: codes.map((country) => ({ country, publicKey: keyOf(country).publicKey })),
    plans: [NO_PLAN, NO_PLAN],
  },
});
const ask = async (
  country: string,
  question: object,
  caller = lead,
  desk = deskOf(country),
  knownState?: string,
): Promise<GivenPartial> => {
  const text = canonicalText(question);
  return desk.answer(caller, { text, signature: await sign([country], text), knownState });
};
const bytesOf = (given: GivenPartial): Uint8Array => (given.kind === 'counted' ? given.bytes : new Uint8Array());

describe("a country's sums for the hub", () => {
  it('are noise, of which the pool of all is the sum', async () => {
    const question = masked(all);
    const layout = vectorLayout(question, question.round?.plans ?? []);
    const answers = await Promise.all(codes.map((code) => ask(code, question)));
    const vectors = answers.map((given) => decodeSumVector(bytesOf(given), { counts: layout.counts, fixed: layout.sums }));
    const [pooledSize] = readVector(layout, addMasked(vectors));
    expect(pooledSize?.counts.values).toEqual(Float64Array.of(1 + 2 + 3));
    for (const { counts } of vectors) expect(counts.filter((count) => count < 2 ** 16).length).toBeLessThan(counts.length / 2);
  });

  it('are masked anew, and counted once, whatever round they are asked in', async () => {
    const desk = deskOf('FR');
    const [one, other] = [await ask('FR', masked(all), lead, desk), await ask('FR', masked(all), lead, desk)].map(bytesOf);
    expect(one).not.toEqual(other);
    expect(one).toHaveLength(other?.length ?? 0);
  });

  it.each<[string, () => CohortQuestion, Caller]>([
    ['of all countries', () => inClear(all), { subject: 'c', roles: ['COORDINATOR'], country: 'FR' }],
    ['of three', () => inClear({ ...all, countries: codes }), { subject: 'c', roles: ['COORDINATOR'], country: 'FR' }],
    [
      'of this one, for somebody of another',
      () => inClear({ ...all, countries: ['FR'] }),
      { subject: 'c', roles: ['VALIDATOR'], country: 'DE' },
    ],
    ['of this one, for a lead', () => inClear({ ...all, countries: ['FR', 'DE'] }), lead],
    ['for a centre', () => masked(all), { subject: 'c', roles: ['CENTER'], country: 'FR', center: 'FR-001' }],
  ])('are not given in clear, or at all, %s', async (_what, question, caller) => {
    await expect(ask('FR', question(), caller)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('are given in clear to people of one of two countries', async () => {
    const question = inClear({ ...all, countries: ['DE', 'FR'] });
    const given = await ask('FR', question, { subject: 'c', roles: ['COORDINATOR'], country: 'DE' });
    expect(addCounts(decodeCounts(bytesOf(given), 2).slice(0, 1)).values).toEqual(Float64Array.of(3));
  });

  it('are not given among countries that the filter leaves out: the sum would be of one alone', async () => {
    const question = masked({ ...all, countries: ['FR'] });
    await expect(ask('FR', question)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('are given among countries that the filter leaves out when three are left', async () => {
    const question = masked({ ...all, countries: codes });
    const beside = { country: 'IT', publicKey: MaskingKey.generate().publicKey };
    const { round } = question;
    const given = await ask('FR', { ...question, round: round && { ...round, participants: [...round.participants, beside] } });
    expect(given.kind).toBe('counted');
  });

  it('come with what the country asks of disclosure control', async () => {
    const given = await ask('FR', masked(all));
    expect(given.kind === 'counted' && JSON.parse(given.disclosureSettings)).toEqual(strict);
  });

  it('come with the reason when this country takes no part', async () => {
    const desk = deskOf('FR', new MaskingRefusal('CHANGED_KEY', ['DE']));
    expect(await ask('FR', masked(all), lead, desk)).toEqual({
      kind: 'refused',
      refusal: { code: 'CHANGED_KEY', message: expect.stringContaining('DE'), countries: ['DE'] },
    });
  });

  it('are not given again while the registry is in the state that the hub knows', async () => {
    expect(await ask('FR', masked(all), lead, deskOf('FR'), 'one')).toEqual({ kind: 'unchanged', state: 'one' });
  });

  it('are none for a question of another layout', async () => {
    const other = { ...masked(all), layoutVersion: LAYOUT_VERSION + 1 };
    expect(await ask('FR', other)).toEqual({ kind: 'other layout' });
  });

  it.each<[string, (question: CohortQuestion) => object]>([
    ['fewer plans than figures', ({ round, ...question }) => ({ ...question, round: { ...round, plans: [NO_PLAN] } })],
    [
      'runs out of order',
      ({ round, ...question }) => ({
        ...question,
        round: {
          ...round,
          plans: [
            NO_PLAN,
            [
              [9, 1, 1],
              [3, 1, 1],
            ],
          ],
        },
      }),
    ],
    [
      'more cells than an answer may have',
      ({ round, ...question }) => ({
        ...question,
        figures: [size, { kind: 'summary', of: 'SOKAL' }],
        round: { ...round, plans: [NO_PLAN, [[0, 2 ** 23, 1]]] },
      }),
    ],
  ])('are not given for %s', async (_what, change) => {
    await expect(ask('FR', change(masked(all)))).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
