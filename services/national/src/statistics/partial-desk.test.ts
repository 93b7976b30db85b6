import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deriveCase } from '@registry-hub/shared/clinical';
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
import { LiveColumns } from './live-columns';
import { PartialDesk } from './partial-desk';

const NOW = new Date('2026-11-21T12:00:00Z');
const codes = ['AT', 'DE', 'FR'];
const lead: Caller = { subject: 'lead', roles: ['LEAD'] };
const size: FigureQuestion = { kind: 'size' };
const ofSex: FigureQuestion = { kind: 'frequencies', of: 'SEX' };
const all: CohortFilter = { registry: 'ALL' };

let sign: SignQuestion;
let hubKeys: JWTVerifyGetKey;

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const folder = mkdtempSync(join(tmpdir(), 'hub-key-'));
  writeFileSync(join(folder, 'key'), JSON.stringify({ ...(await exportJWK(privateKey)), alg: 'EdDSA' }), { mode: 0o600 });
  sign = await questionSigner(join(folder, 'key'));
  rmSync(folder, { recursive: true });
  hubKeys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: 'EdDSA' }] });
});

/** A country with as many patients as its place in the list. */
function deskOf(country: string, key: MaskingKey, refusal?: MaskingRefusal): PartialDesk {
  const patients = codes.indexOf(country) + 1;
  const someone = deriveCase(caseFacts());
  const state = { revision: 1, snapshot: '1' };
  const columns = new LiveColumns({
    currentRevision: async () => state.revision,
    readAll: async (visit) => {
      for (let patient = 0; patient < patients; patient += 1) visit(patient, someone);
      return state;
    },
    readChanges: async () => state,
  });
  const admit = async (): Promise<void> => {
    if (refusal) throw refusal;
  };
  const masking = new MaskingDesk({ country, key, pinned: { check: async () => undefined }, once: { admit }, clock: () => NOW });
  return new PartialDesk({ country, columns, hubKeys, masking });
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
const ask = async (desk: PartialDesk, country: string, question: object, caller = lead) => {
  const text = canonicalText(question);
  return desk.answer(caller, text, await sign(country, text));
};

describe("a country's sums for the hub", () => {
  it('are noise, of which the pool of all is the sum', async () => {
    const question = masked(all);
    const layout = vectorLayout(question, question.round?.plans ?? []);
    const answers = await Promise.all(codes.map((code) => ask(deskOf(code, keyOf(code)), code, question)));
    const vectors = answers.map(({ counts }) => decodeSumVector(counts ?? '', { counts: layout.counts, fixed: layout.sums }));
    const [pooledSize] = readVector(layout, addMasked(vectors));
    expect(pooledSize?.counts.values).toEqual(Float64Array.of(1 + 2 + 3));
    for (const { counts } of vectors) expect(counts.filter((count) => count < 2 ** 16).length).toBeLessThan(counts.length / 2);
  });

  it('are masked anew, and counted once, whatever round they are asked in', async () => {
    const desk = deskOf('FR', keyOf('FR'));
    const [one, other] = [await ask(desk, 'FR', masked(all)), await ask(desk, 'FR', masked(all))];
    expect(one.counts).not.toBe(other.counts);
    expect(one.counts).toHaveLength(other.counts?.length ?? 0);
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
    await expect(ask(deskOf('FR', keyOf('FR')), 'FR', question(), caller)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('are given in clear to people of one of two countries', async () => {
    const question = inClear({ ...all, countries: ['DE', 'FR'] });
    const { counts } = await ask(deskOf('FR', keyOf('FR')), 'FR', question, { subject: 'c', roles: ['COORDINATOR'], country: 'DE' });
    expect(addCounts(decodeCounts(counts ?? '', 2).slice(0, 1)).values).toEqual(Float64Array.of(3));
  });

  it('are not given among countries that the filter leaves out: the sum would be of one alone', async () => {
    const question = masked({ ...all, countries: ['FR'] });
    await expect(ask(deskOf('FR', keyOf('FR')), 'FR', question)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('come with the reason when this country takes no part', async () => {
    const desk = deskOf('FR', keyOf('FR'), new MaskingRefusal('CHANGED_KEY', ['DE']));
    expect(await ask(desk, 'FR', masked(all))).toEqual({
      layoutVersion: LAYOUT_VERSION,
      revision: 1,
      counts: null,
      refusal: { code: 'CHANGED_KEY', message: expect.stringContaining('DE'), countries: ['DE'] },
    });
  });

  it('are none for a question of another layout', async () => {
    const other = { ...masked(all), layoutVersion: LAYOUT_VERSION + 1 };
    expect(await ask(deskOf('FR', keyOf('FR')), 'FR', other)).toMatchObject({ counts: null, refusal: null });
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
    await expect(ask(deskOf('FR', keyOf('FR')), 'FR', change(masked(all)))).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
