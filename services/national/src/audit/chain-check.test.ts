import fc from 'fast-check';
import { ChainCheck } from './chain-check';
import { type ChainEntry, type ChainHead, EMPTY_CHAIN, entryHash, linkEntries } from './chain-entry';
import type { ChainFault } from './chain-fault';
import { chains, entryFacts } from './testing/arbitrary-entries';

function faultOf(chain: readonly ChainEntry[], head: ChainHead, earlierHead?: ChainHead): ChainFault | undefined {
  const check = new ChainCheck({ head, earlierHead });
  for (const entry of chain) {
    const fault = check.accept(entry);
    if (fault) return fault;
  }
  return check.finish();
}

const headOf = (chain: readonly ChainEntry[]): ChainHead => chain.at(-1) ?? EMPTY_CHAIN;
/** Numbers entries anew without chaining them anew, as one would who only fills a gap. */
const renumbered = (chain: readonly ChainEntry[]): ChainEntry[] => chain.map((entry, index) => ({ ...entry, sequence: index + 1 }));
const rehashed = (entry: ChainEntry): ChainEntry => ({ ...entry, hash: entryHash(entry) });

/** A chain with the place of one of its entries. */
const places = chains(1).chain((chain) => fc.tuple(fc.constant(chain), fc.nat({ max: chain.length - 1 })));
const pairs = chains(2).chain((chain) =>
  fc.tuple(
    fc.constant(chain),
    fc
      .uniqueArray(fc.nat({ max: chain.length - 1 }), { minLength: 2, maxLength: 2 })
      .map((both) => both.toSorted((one, other) => one - other)),
  ),
);

/** Another value for each field that is hashed, and for the hashes. */
const edits: Readonly<Record<Exclude<keyof ChainEntry, 'sequence'>, (entry: ChainEntry) => Partial<ChainEntry>>> = {
  recordedAt: ({ recordedAt }) => ({ recordedAt: new Date(recordedAt.getTime() + 1) }),
  actor: ({ actor }) => ({ actor: `${actor}x` }),
  roles: ({ roles }) => ({ roles: [...roles, 'ADMIN'] }),
  action: ({ action }) => ({ action: `${action}x` }),
  cases: ({ cases }) => ({ cases: [...cases, 'x'] }),
  contentDigest: ({ contentDigest }) => ({ contentDigest: `${contentDigest}x` }),
  previousHash: ({ previousHash }) => ({ previousHash: `${previousHash}x` }),
  hash: ({ hash }) => ({ hash: `${hash}x` }),
};

describe('a chain', () => {
  it('is sound as it was made', () => {
    fc.assert(
      fc.property(chains(0), (chain) => {
        expect(faultOf(chain, headOf(chain))).toBeUndefined();
      }),
    );
  });

  it('is sound when it went on since an earlier head was told', () => {
    fc.assert(
      fc.property(places, ([chain, place]) => {
        expect(faultOf(chain, headOf(chain), headOf(chain.slice(0, place)))).toBeUndefined();
      }),
    );
  });
});

describe('a single change of a chain is found, and its place told', () => {
  it.each(Object.entries(edits))('another %s', (_, edit) => {
    fc.assert(
      fc.property(places, ([chain, place]) => {
        const forged = chain.map((entry, index) => (index === place ? { ...entry, ...edit(entry) } : entry));
        expect(faultOf(forged, headOf(chain))).toMatchObject({ fault: 'CHANGED', sequence: place + 1 });
      }),
    );
  });

  it('another entry with a hash that fits it', () => {
    fc.assert(
      fc.property(places, ([chain, place]) => {
        const forged = chain.map((entry, index) => (index === place ? rehashed({ ...entry, ...edits.actor(entry) }) : entry));
        expect(faultOf(forged, headOf(chain))).toMatchObject({ fault: 'CHANGED', sequence: place + 1 });
      }),
    );
  });

  it.each([
    ['with the gap left open', (chain: readonly ChainEntry[]) => [...chain]],
    ['with the gap closed', renumbered],
  ])('an entry removed, %s', (_, close) => {
    fc.assert(
      fc.property(places, ([chain, place]) => {
        const forged = close(chain.toSpliced(place, 1));
        expect(faultOf(forged, headOf(chain))).toMatchObject({ fault: 'REMOVED', sequence: place + 1 });
      }),
    );
  });

  it('a tail cut off', () => {
    fc.assert(
      fc.property(places, ([chain, place]) => {
        expect(faultOf(chain.slice(0, place), headOf(chain))).toMatchObject({ fault: 'REMOVED', sequence: place + 1 });
      }),
    );
  });

  it('an entry put in between, with a hash that fits it', () => {
    fc.assert(
      fc.property(places, entryFacts, ([chain, place], facts) => {
        const stranger = linkEntries(headOf(chain.slice(0, place)), [facts]);
        const forged = renumbered(chain.toSpliced(place, 0, ...stranger));
        expect(faultOf(forged, headOf(chain))).toMatchObject({ fault: 'INSERTED', sequence: place + 1 });
      }),
    );
  });

  it('an entry put in between, with the hashes of another one', () => {
    fc.assert(
      fc.property(places, entryFacts, ([chain, place], facts) => {
        const stranger = linkEntries({ sequence: place, hash: 'elsewhere' }, [facts]).map((entry) => ({ ...entry, actor: 'stranger' }));
        const forged = renumbered(chain.toSpliced(place, 0, ...stranger));
        expect(faultOf(forged, headOf(chain))).toMatchObject({ fault: 'INSERTED', sequence: place + 1 });
      }),
    );
  });

  it('an entry put in under a number that is taken', () => {
    fc.assert(
      fc.property(places, entryFacts, ([chain, place], facts) => {
        const twice = linkEntries(headOf(chain.slice(0, place)), [facts]);
        const fault = faultOf(chain.toSpliced(place + 1, 0, ...twice), headOf(chain));
        expect(fault).toMatchObject({ fault: 'INSERTED', sequence: place + 1 });
      }),
    );
  });

  it('an entry put in at the end', () => {
    fc.assert(
      fc.property(chains(0), entryFacts, (chain, facts) => {
        const forged = [...chain, ...linkEntries(headOf(chain), [facts])];
        expect(faultOf(forged, headOf(chain))).toMatchObject({ fault: 'INSERTED', sequence: chain.length + 1 });
      }),
    );
  });

  it('two entries swapped', () => {
    fc.assert(
      fc.property(pairs, ([chain, [one = 0, other = 0]]) => {
        const swapped = chain.flatMap((entry, index) => (index === one ? chain[other] : index === other ? chain[one] : entry) ?? []);
        const forged = renumbered(swapped);
        expect(faultOf(forged, headOf(chain))).toMatchObject({ fault: 'CHANGED', sequence: one + 1 });
      }),
    );
  });
});

describe('a chain that was computed anew together with its head', () => {
  const recomputed = (chain: readonly ChainEntry[], place: number): ChainEntry[] => {
    const sound = chain.slice(0, place);
    const rest = chain.slice(place).map((entry) => ({ ...entry, ...edits.actor(entry) }));
    return [...sound, ...linkEntries(headOf(sound), rest)];
  };

  it('is not told from the real one by itself', () => {
    fc.assert(
      fc.property(places, ([chain, place]) => {
        const forged = recomputed(chain, place);
        expect(faultOf(forged, headOf(forged))).toBeUndefined();
      }),
    );
  });

  it('is found by a head that was told earlier and kept elsewhere', () => {
    fc.assert(
      fc.property(places, ([chain, place]) => {
        const forged = recomputed(chain, place);
        expect(faultOf(forged, headOf(forged), headOf(chain))).toMatchObject({ fault: 'CHANGED', sequence: chain.length });
      }),
    );
  });

  it('is found so when it was cut off, too', () => {
    fc.assert(
      fc.property(places, ([chain, place]) => {
        const forged = chain.slice(0, place);
        expect(faultOf(forged, headOf(forged), headOf(chain))).toMatchObject({ fault: 'REMOVED', sequence: place + 1 });
      }),
    );
  });
});
