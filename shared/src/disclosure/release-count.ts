import { type CountClaims, EVERYBODY, type HiddenCounts } from './suppression';

/** A number that passed the gate, or the word that it did not. */
export type Released<T> = { readonly suppressed: false; readonly value: T } | { readonly suppressed: true };

export const SUPPRESSED = { suppressed: true } as const;

export function released<T>(value: T): Released<T> {
  return { suppressed: false, value };
}

/** Releases a figure about a set of patients unless their number is hidden. */
export function releaseUnlessHidden<T>(figure: T, set: string, hidden: HiddenCounts): Released<T> {
  return hidden.has(set) ? SUPPRESSED : released(figure);
}

/** The released value, or null: for APIs in which a suppressed number is an absent one. */
export function valueOrNull<T>(figure: Released<T>): T | null {
  return figure.suppressed ? null : figure.value;
}

/** What a cohort's size tells. */
export function claimSize(size: number): CountClaims {
  return { cells: [{ name: EVERYBODY, count: size, depth: 0 }], sums: [] };
}

export function releaseSize(size: number, hidden: HiddenCounts): Released<number> {
  return releaseUnlessHidden(size, EVERYBODY, hidden);
}
