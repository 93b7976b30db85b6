import type { ChainEntry } from './chain-entry';
import { type ChainFault, changed, inserted, removed } from './chain-fault';
import { type SealedText, sealDigest } from './sealed-text';

/** An entry with what is kept apart from it. */
export interface StoredEntry extends ChainEntry {
  /** Its values; absent when it has none, or when they are erased. */
  readonly content?: SealedText;
  /** Codes by the digest that stands for the case; those of erased cases are absent. The map may name other cases too. */
  readonly names: ReadonlyMap<string, SealedText>;
}

/**
 * What is wrong with the values of an entry, or with the codes of its cases: they must be what the chain holds digests of, be
 * there unless the case is erased, and be gone if it is.
 *
 * @param erased the cases whose withdrawal of consent stands in the chain
 */
export function evidenceFault(entry: StoredEntry, erased: ReadonlySet<string>): ChainFault | undefined {
  return entry.cases.map((digest) => nameFault(entry, digest, erased.has(digest))).find((fault) => fault) ?? contentFault(entry, erased);
}

function nameFault({ sequence, names }: StoredEntry, digest: string, isErased: boolean): ChainFault | undefined {
  const name = names.get(digest);
  if (!name) return isErased ? undefined : removed(sequence, `The code of a case of entry ${sequence} is gone without a withdrawal.`);
  if (isErased) return inserted(sequence, `Entry ${sequence} names a case again that was erased.`);
  return sealDigest(name) === digest ? undefined : changed(sequence, `Entry ${sequence} names another case than the one it was about.`);
}

function contentFault({ sequence, cases, contentDigest, content }: StoredEntry, erased: ReadonlySet<string>): ChainFault | undefined {
  const isErased = cases.some((digest) => erased.has(digest));
  if (!content) {
    const isMissing = contentDigest !== undefined && !isErased;
    return isMissing ? removed(sequence, `The values of entry ${sequence} are gone without a withdrawal.`) : undefined;
  }
  if (contentDigest === undefined) return inserted(sequence, `Entry ${sequence} was recorded without values, and has some.`);
  if (isErased) return inserted(sequence, `Entry ${sequence} holds values of a case that was erased.`);
  return sealDigest(content) === contentDigest ? undefined : changed(sequence, `The values of entry ${sequence} were changed.`);
}
