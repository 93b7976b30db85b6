import fc from 'fast-check';
import { canonicalForm, EMPTY_CHAIN, entryHash, linkEntries } from './chain-entry';
import { entryFacts } from './testing/arbitrary-entries';

const facts = {
  recordedAt: new Date('2026-11-21T12:00:00.123Z'),
  actor: 'coordinator-fr',
  roles: ['COORDINATOR', 'VALIDATOR'],
  action: 'CORRECT',
  cases: ['c0ffee'],
  contentDigest: 'facade',
};

describe('the canonical form', () => {
  it('is this text and hash, for ever: entries that are stored were hashed so', () => {
    const unsigned = { ...facts, sequence: 1, previousHash: EMPTY_CHAIN.hash };
    expect(canonicalForm(unsigned)).toBe(
      `["audit-entry/1",1,"2026-11-21T12:00:00.123Z","coordinator-fr",["COORDINATOR","VALIDATOR"],"CORRECT",["c0ffee"],"facade","${'0'.repeat(64)}"]`,
    );
    expect(entryHash(unsigned)).toBe('9a0dada4c5f15593ca9cee7f64ed4f997f6e0b25e53dc9f65c7e4a7819797806');
  });

  it('tells an entry without values from one with any', () => {
    const { contentDigest: _, ...withoutContent } = facts;
    expect(canonicalForm({ ...withoutContent, sequence: 1, previousHash: '' })).toContain('["c0ffee"],null,""]');
  });

  it('is another one for entries that differ in anything', () => {
    fc.assert(
      fc.property(entryFacts, entryFacts, (one, other) => {
        const formOf = (entry: typeof one): string => canonicalForm({ ...entry, sequence: 1, previousHash: EMPTY_CHAIN.hash });
        expect(formOf(one) === formOf(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });
});

describe('linking', () => {
  it('numbers without a gap and chains each entry to the one before', () => {
    const [first, second] = linkEntries(EMPTY_CHAIN, [facts, facts]);
    expect(first).toMatchObject({ sequence: 1, previousHash: EMPTY_CHAIN.hash });
    expect(second).toMatchObject({ sequence: 2, previousHash: first?.hash });
    expect(second?.hash).not.toBe(first?.hash);
  });

  it('makes the same chain, however many entries are linked at one time', () => {
    fc.assert(
      fc.property(fc.array(entryFacts), fc.nat(), (all, cut) => {
        const whole = linkEntries(EMPTY_CHAIN, all);
        const firstPart = linkEntries(EMPTY_CHAIN, all.slice(0, cut));
        expect([...firstPart, ...linkEntries(firstPart.at(-1) ?? EMPTY_CHAIN, all.slice(cut))]).toEqual(whole);
      }),
    );
  });
});
