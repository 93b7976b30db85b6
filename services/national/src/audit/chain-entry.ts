import { createHash } from 'node:crypto';

/** What an entry says, before it has its place in the chain. */
export interface EntryFacts {
  readonly recordedAt: Date;
  /** The person's subject. */
  readonly actor: string;
  readonly roles: readonly string[];
  readonly action: string;
  /** Digests that stand for the cases it speaks of. */
  readonly cases: readonly string[];
  /** Digest of the values it speaks of, which are kept apart; absent when it has none. */
  readonly contentDigest?: string;
}

/** A link of the chain. */
export interface ChainEntry extends EntryFacts {
  /** From 1, without a gap. */
  readonly sequence: number;
  readonly previousHash: string;
  /** SHA-256 of the canonical form, in hexadecimal. */
  readonly hash: string;
}

/** Where a chain ends. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

/** The head of a chain without entries. */
export const EMPTY_CHAIN: ChainHead = { sequence: 0, hash: '0'.repeat(64) };

/** Names the canonical form, so that another one can follow it without doubt which of them a hash is of. */
const FORM = 'audit-entry/1';

/** The one text that a hash is of: a JSON array with everything about the entry in fixed order, its predecessor's hash included. */
export function canonicalForm(entry: Omit<ChainEntry, 'hash'>): string {
  const { sequence, recordedAt, actor, roles, action, cases, contentDigest, previousHash } = entry;
  return JSON.stringify([FORM, sequence, recordedAt.toISOString(), actor, roles, action, cases, contentDigest ?? null, previousHash]);
}

export function entryHash(entry: Omit<ChainEntry, 'hash'>): string {
  return createHash('sha256').update(canonicalForm(entry)).digest('hex');
}

/** Chains entries, in their order, to where the chain ends. */
export function linkEntries(head: ChainHead, facts: readonly EntryFacts[]): ChainEntry[] {
  let { sequence, hash } = head;
  return facts.map((fact) => {
    sequence += 1;
    const unsigned = { ...fact, sequence, previousHash: hash };
    hash = entryHash(unsigned);
    return { ...unsigned, hash };
  });
}
