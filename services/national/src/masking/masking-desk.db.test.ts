import { keyFingerprint, type MaskingContext, MaskingKey, newQuestionId, type Participant } from '@registry-hub/shared/masking';
import { callerAs, openTestRegistry, TEST_NOW, type TestRegistry } from '../testing';
import { createMasking } from './create-masking';
import { MaskingDesk } from './masking-desk';
import type { NewKeyPolicy } from './pinned-keys';

const REVISION = 7;
const minutes = (count: number): number => count * 60_000;
const lead = callerAs('LEAD');
const coordinator = callerAs('COORDINATOR');
const own = MaskingKey.generate();
const [germanKey, italianKey, newKey] = [MaskingKey.generate(), MaskingKey.generate(), MaskingKey.generate()];
const germany: Participant = { country: 'DE', publicKey: germanKey.publicKey };
const france: Participant = { country: 'FR', publicKey: own.publicKey };
const italy: Participant = { country: 'IT', publicKey: italianKey.publicKey };
const question = (changes: Partial<MaskingContext> = {}): MaskingContext => ({
  questionId: newQuestionId(TEST_NOW),
  content: new Uint8Array(32).fill(1),
  layoutVersion: 3,
  participants: [germany, france, italy],
  ...changes,
});
const withGermanKey = (publicKey: string): MaskingContext => question({ participants: [{ ...germany, publicKey }, france, italy] });

describe('masked questions to a registry', () => {
  let registry: TestRegistry;
  beforeEach(async () => {
    registry = await openTestRegistry();
  });
  afterEach(() => registry.close());

  /** As another process of the same registry has it: nothing is in its memory. */
  const desk = (changes: { readonly newKeys?: NewKeyPolicy; readonly now?: Date } = {}): MaskingDesk =>
    new MaskingDesk(
      createMasking({
        country: 'FR',
        key: own,
        clock: () => changes.now ?? TEST_NOW,
        dataSource: registry.dataSource,
        newKeys: changes.newKeys ?? 'pin',
      }),
    );
  const keys = async (): Promise<unknown> => registry.contextOf(coordinator).countryKeyDesk.list();
  const confirm = (country: string, fingerprint: string): Promise<unknown> =>
    registry.contextOf(coordinator).countryKeyDesk.confirm(country, fingerprint);

  it('are answered under the mask of all their participants', async () => {
    const context = question();
    const vector = { counts: Uint32Array.of(1, 2), fixed: BigUint64Array.of(3n) };
    const mask = await desk().admit(lead, context, REVISION);
    expect(mask(vector)).not.toEqual(vector);
  });

  it('are no way around the rights of the caller', async () => {
    await expect(desk().admit(callerAs('ADMIN'), question(), REVISION)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(desk().admit(callerAs('CENTER', 'FR-001'), question(), REVISION)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  describe('under one id', () => {
    it('are answered again as they were, by any process of the registry', async () => {
      const context = question();
      await desk().admit(lead, context, REVISION);
      await expect(desk().admit(lead, context, REVISION)).resolves.toBeInstanceOf(Function);
    });

    it.each<[string, (context: MaskingContext) => MaskingContext]>([
      ['another content', (context) => ({ ...context, content: new Uint8Array(32).fill(2) })],
      ['another layout', (context) => ({ ...context, layoutVersion: 4 })],
      [
        'other participants',
        (context) => ({ ...context, participants: [{ country: 'AT', publicKey: newKey.publicKey }, ...context.participants] }),
      ],
    ])('are refused with %s', async (_what, change) => {
      const context = question();
      await desk().admit(lead, context, REVISION);
      await expect(desk().admit(lead, change(context), REVISION)).rejects.toMatchObject({ code: 'OTHER_CONTENT' });
    });

    it('are refused once the data changed: both answers would have the same mask', async () => {
      const context = question();
      await desk().admit(lead, context, REVISION);
      await expect(desk().admit(lead, context, REVISION + 1)).rejects.toMatchObject({ code: 'DATA_CHANGED' });
    });

    it('are answered once only by processes that are asked at the same time', async () => {
      const questionId = newQuestionId(TEST_NOW);
      const contents = [1, 2, 3, 4].map((byte) => question({ questionId, content: new Uint8Array(32).fill(byte) }));
      const outcomes = await Promise.allSettled(contents.map((context) => desk().admit(lead, context, REVISION)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('are forgotten when the id is too old to be asked again, and not before', async () => {
      const context = question();
      await desk().admit(lead, context, REVISION);
      const later = new Date(TEST_NOW.getTime() + minutes(2));
      await expect(desk({ now: later }).admit(lead, { ...context, layoutVersion: 4 }, REVISION)).rejects.toMatchObject({
        code: 'OTHER_CONTENT',
      });
      const muchLater = new Date(TEST_NOW.getTime() + minutes(4));
      await desk({ now: muchLater }).admit(lead, question({ questionId: newQuestionId(muchLater) }), REVISION);
      expect(await registry.dataSource.query('SELECT count(*)::int AS kept FROM masked_questions')).toEqual([{ kept: 1 }]);
    });

    it.each([
      ['old', newQuestionId(new Date(TEST_NOW.getTime() - minutes(2) - 1))],
      ['of the future', newQuestionId(new Date(TEST_NOW.getTime() + minutes(2) + 1))],
      ['no id of this kind', 'b5b5e1c0-7a1f-4c7a-9d6f-2d9c3f6a8e11'],
    ])('are refused when it is %s', async (_what, questionId) => {
      await expect(desk().admit(lead, question({ questionId }), REVISION)).rejects.toMatchObject({ code: 'QUESTION_ID' });
    });
  });

  describe('with keys of other countries', () => {
    const seen = { state: 'FIRST_SEEN', firstSeenAt: TEST_NOW };
    const confirmed = { state: 'CONFIRMED', firstSeenAt: TEST_NOW, confirmedAt: TEST_NOW, confirmedBy: coordinator.subject };
    const fingerprints = { german: keyFingerprint(germanKey.publicKey), italian: keyFingerprint(italianKey.publicKey) };
    const fingerprint = keyFingerprint(newKey.publicKey);

    it('pin the first that is seen', async () => {
      await desk().admit(lead, question(), REVISION);
      expect(await keys()).toEqual([
        { country: 'DE', fingerprint: fingerprints.german, ...seen },
        { country: 'IT', fingerprint: fingerprints.italian, ...seen },
      ]);
    });

    it('are refused with one that changed, by name, until a coordinator confirms it', async () => {
      await desk().admit(lead, question(), REVISION);
      await expect(desk().admit(lead, withGermanKey(newKey.publicKey), REVISION)).rejects.toMatchObject({
        code: 'CHANGED_KEY',
        countries: ['DE'],
        message: 'The key of DE is another than before: a coordinator has to confirm it first.',
      });
      await expect(desk().admit(lead, question(), REVISION)).resolves.toBeInstanceOf(Function);
      expect(await keys()).toMatchObject([
        { country: 'DE', fingerprint: fingerprints.german },
        { country: 'DE', fingerprint, state: 'REFUSED', firstSeenAt: TEST_NOW },
        { country: 'IT' },
      ]);

      expect(await confirm('DE', fingerprint.toUpperCase().replaceAll(' ', ':'))).toEqual({ country: 'DE', fingerprint, ...confirmed });
      await expect(desk().admit(lead, withGermanKey(newKey.publicKey), REVISION)).resolves.toBeInstanceOf(Function);
      await expect(desk().admit(lead, question(), REVISION)).rejects.toMatchObject({ code: 'CHANGED_KEY', countries: ['DE'] });
    });

    it('wait for a coordinator from the first on, where the country is set so', async () => {
      const admit = (): Promise<unknown> => desk({ newKeys: 'confirm' }).admit(lead, question(), REVISION);
      await expect(admit()).rejects.toMatchObject({ code: 'UNKNOWN_KEY', countries: ['DE', 'IT'] });
      await confirm('DE', fingerprints.german);
      await expect(admit()).rejects.toMatchObject({ code: 'UNKNOWN_KEY', countries: ['IT'] });
      await confirm('IT', fingerprints.italian);
      await expect(admit()).resolves.toBeInstanceOf(Function);
    });

    it('pin none that shares its secret with everybody', async () => {
      const zero = Buffer.alloc(32).toString('base64url');
      await expect(desk().admit(lead, withGermanKey(zero), REVISION)).rejects.toMatchObject({ code: 'UNUSABLE_KEY', countries: ['DE'] });
      expect(await keys()).toEqual([]);
    });

    it('are confirmed by a fingerprint that was seen, and by no other', async () => {
      await expect(confirm('DE', fingerprint)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await desk().admit(lead, question(), REVISION);
      await expect(confirm('DE', fingerprint)).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
        details: { problems: [{ field: 'fingerprint' }] },
      });
      expect(await confirm('DE', fingerprints.german)).toEqual({ country: 'DE', fingerprint: fingerprints.german, ...confirmed });
    });

    it('are in the audit trail: who saw them first, who confirmed them', async () => {
      await desk().admit(lead, question(), REVISION);
      await desk()
        .admit(lead, withGermanKey(newKey.publicKey), REVISION)
        .catch(() => undefined);
      const { data, errors } = await registry.ask(
        coordinator,
        `mutation Confirm($fingerprint: String!) { france { confirmCountryKey(country: "DE", fingerprint: $fingerprint) { country state confirmedBy } } }`,
        { fingerprint },
      );
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({
        france: { confirmCountryKey: { country: 'DE', state: 'CONFIRMED', confirmedBy: coordinator.subject } },
      });
      const trail = await registry.ask(
        coordinator,
        '{ france { registry { countryKeys { fingerprint } auditTrail(first: 2) { edges { node { actor action changes { kind key field before after } } } } } } }',
      );
      expect(trail.errors).toBeUndefined();
      expect(trail.data).toMatchObject({
        france: {
          registry: {
            countryKeys: [{ fingerprint }, { fingerprint: fingerprints.italian }],
            auditTrail: {
              edges: [
                {
                  node: {
                    actor: coordinator.subject,
                    action: 'COUNTRY_KEY',
                    changes: [
                      { kind: 'countryKey', key: ['DE'], field: 'fingerprint', before: fingerprints.german, after: fingerprint },
                      { field: 'state', before: 'FIRST_SEEN', after: 'CONFIRMED' },
                    ],
                  },
                },
                {
                  node: {
                    actor: 'registry',
                    action: 'COUNTRY_KEY',
                    changes: [{ field: 'fingerprint', before: null, after: fingerprints.italian }, { field: 'state' }],
                  },
                },
              ],
            },
          },
        },
      });
    });
  });

  it("show the coordinator the fingerprint of the registry's own key", async () => {
    const { publicKey } = registry.contextOf(lead).masking;
    expect((await registry.ask(coordinator, '{ france { registry { maskingKeyFingerprint } } }')).data).toEqual({
      france: { registry: { maskingKeyFingerprint: keyFingerprint(publicKey) } },
    });
  });
});
