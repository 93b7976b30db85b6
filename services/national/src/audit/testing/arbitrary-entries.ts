import fc from 'fast-check';
import { type ChainEntry, EMPTY_CHAIN, type EntryFacts, linkEntries } from '../chain-entry';

const digest = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });

export const entryFacts: fc.Arbitrary<EntryFacts> = fc.record(
  {
    recordedAt: fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
    actor: fc.string(),
    roles: fc.array(fc.string(), { maxLength: 3 }),
    action: fc.string(),
    cases: fc.array(digest, { maxLength: 3 }),
    contentDigest: digest,
  },
  { requiredKeys: ['recordedAt', 'actor', 'roles', 'action', 'cases'] },
);

/** A sound chain of at least so many entries. */
export function chains(minLength: number): fc.Arbitrary<ChainEntry[]> {
  return fc.array(entryFacts, { minLength, maxLength: minLength + 8 }).map((facts) => linkEntries(EMPTY_CHAIN, facts));
}
