import { type ChainEntry, type ChainHead, EMPTY_CHAIN, entryHash } from './chain-entry';
import { type ChainFault, changed, inserted, removed } from './chain-fault';

/** What a chain is held against. */
export interface ChainExpectation<Entry extends ChainEntry> {
  /** Where the chain is said to end. */
  readonly head: ChainHead;
  /** A head that was told earlier and kept elsewhere: it must be part of the chain. */
  readonly earlierHead?: ChainHead | undefined;
  /** What is wrong with what belongs to a sound entry. */
  readonly evidenceFault?: (entry: Entry) => ChainFault | undefined;
}

/** How far away an entry that was moved is looked for, in entries. */
const MOVED_WITHIN = 200;

/**
 * Checks a chain entry by entry in the order of their numbers, and holds no more than two of them. An entry is judged when the
 * one after it is known: only that tells an entry that was changed from one that was put in or moved up.
 */
export class ChainCheck<Entry extends ChainEntry = ChainEntry> {
  private last: ChainHead = EMPTY_CHAIN;
  private pending: Entry | undefined;

  constructor(private readonly expected: ChainExpectation<Entry>) {}

  /** @returns what is wrong with the entry before this one */
  accept(entry: Entry): ChainFault | undefined {
    const fault = this.pending && this.judge(this.pending, entry);
    this.pending = entry;
    return fault;
  }

  /** To be called after the last entry. @returns what is wrong with it, or with the end of the chain */
  finish(): ChainFault | undefined {
    return (this.pending && this.judge(this.pending, undefined)) ?? this.judgeEnd();
  }

  private judge(entry: Entry, next: Entry | undefined): ChainFault | undefined {
    const { sequence, hash } = entry;
    if (sequence <= this.last.sequence) return inserted(sequence, `There is more than one entry ${sequence}.`);
    const awaited = this.last.sequence + 1;
    if (sequence > awaited) return removed(awaited, `Entry ${awaited} is missing.`);
    const fault = this.judgeLink(entry, next) ?? this.expected.evidenceFault?.(entry) ?? this.judgeEarlierHead(entry);
    this.last = { sequence, hash };
    return fault;
  }

  private judgeLink(entry: ChainEntry, next: ChainEntry | undefined): ChainFault | undefined {
    const { sequence } = entry;
    const isLinked = entry.previousHash === this.last.hash;
    const isSound = entryHash(entry) === entry.hash;
    const tookItsPlace = next?.previousHash === this.last.hash && entryHash({ ...next, sequence }) === next.hash;
    if (isLinked && isSound && !tookItsPlace) return undefined;
    const origin = isSound ? sequence : originOf(entry);
    if (tookItsPlace && (isSound || origin === undefined)) {
      return inserted(sequence, `Entry ${sequence} was put in: entry ${sequence + 1} was recorded under its number.`);
    }
    if (isSound) {
      const before = Math.max(this.last.sequence, 1);
      return changed(before, `Entry ${sequence} is not chained to this entry ${before}: another one was recorded under that number.`);
    }
    if (origin === undefined) return changed(sequence, `Entry ${sequence} is not what its hash was made of.`);
    const isRunMovedUp = origin > sequence && (next === undefined || next.previousHash === entry.hash);
    if (isRunMovedUp) return removed(sequence, `Entry ${sequence} is missing: entry ${origin} was moved to its number.`);
    return changed(sequence, `In the place of entry ${sequence} stands the one that was recorded as ${origin}.`);
  }

  private judgeEarlierHead({ sequence, hash }: ChainEntry): ChainFault | undefined {
    const { earlierHead } = this.expected;
    if (sequence !== earlierHead?.sequence || hash === earlierHead.hash) return undefined;
    return changed(sequence, `The chain was computed anew: entry ${sequence} had another hash when it was the last one.`);
  }

  private judgeEnd(): ChainFault | undefined {
    const { sequence, hash } = this.last;
    const { head, earlierHead } = this.expected;
    const recorded = Math.max(head.sequence, earlierHead?.sequence ?? 0);
    if (sequence < recorded) {
      return removed(sequence + 1, `The chain ends after entry ${sequence}, and was recorded up to ${recorded}.`);
    }
    if (sequence > head.sequence) {
      return inserted(head.sequence + 1, `The chain was recorded up to entry ${head.sequence}, and goes on to ${sequence}.`);
    }
    if (hash !== head.hash) return changed(sequence, `The last entry, ${sequence}, is not the one that was recorded.`);
    return undefined;
  }
}

/** The number under which an entry's hash was made, if it is one nearby. */
function originOf(entry: ChainEntry): number | undefined {
  const from = Math.max(entry.sequence - MOVED_WITHIN, 1);
  for (let sequence = from; sequence <= entry.sequence + MOVED_WITHIN; sequence++) {
    if (entryHash({ ...entry, sequence }) === entry.hash) return sequence;
  }
  return undefined;
}
